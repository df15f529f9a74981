package io.gavel.localstack;

/**
 * How to reach one database.
 *
 * @param jdbcUrl for Flyway and plain JDBC, without credentials
 * @param r2dbcUrl for the services, without credentials
 */
public record Database(
        String name, String jdbcUrl, String r2dbcUrl, String username, String password) {
    static Database at(int port, String name) {
        String place = "://localhost:" + port + "/" + name;
        return new Database(
                name,
                "jdbc:postgresql" + place,
                "r2dbc:postgresql" + place,
                "postgres",
                "postgres");
    }
}
