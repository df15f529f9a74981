package io.gavel.demo.picture;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * What is drawn, from the back to the front.
 *
 * @param hangs on the wall, instead of standing on the table
 */
record Scene(boolean hangs, List<Part> parts) {

    Rectangle2D bounds() {
        return parts.stream()
                .filter(part -> !part.how().equals("ball") || part.colour().length() < 9)
                .map(part -> part.shape().getBounds2D())
                .reduce(Rectangle2D::createUnion)
                .orElseThrow();
    }
}
