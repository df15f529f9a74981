package io.gavel.contracts.json;

/**
 * What is wrong with one field.
 *
 * @param field the path of the field, such as {@code softClose.window}
 * @param message what came and what was expected
 */
public record FieldProblem(String field, String message) {

    @Override
    public String toString() {
        return field + ": " + message;
    }
}
