package io.gavel.localstack;

import java.util.List;
import java.util.Map;

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

    /**
     * What a service is told so that it uses this database, by the names of Spring's properties.
     */
    public Map<String, String> springProperties() {
        return Map.of(
                "spring.r2dbc.url", r2dbcUrl,
                "spring.r2dbc.username", username,
                "spring.r2dbc.password", password,
                "spring.flyway.url", jdbcUrl,
                "spring.flyway.user", username,
                "spring.flyway.password", password);
    }

    /**
     * The same as arguments, but for the passwords: services refuse those there, and a server that
     * is not secured asks for none.
     */
    public List<String> arguments() {
        return springProperties().entrySet().stream()
                .filter(property -> !property.getKey().endsWith("password"))
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toList();
    }
}
