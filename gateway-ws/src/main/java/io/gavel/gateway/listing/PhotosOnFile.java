package io.gavel.gateway.listing;

import static java.util.Objects.requireNonNullElse;

import io.gavel.contracts.json.FieldProblem;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.PhotoId;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.upstream.Upstream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** The photos that bidding-service keeps. */
record PhotosOnFile(Upstream bidding) {

    /** Fails with a problem unless a lot may be listed with all of these. */
    Mono<Void> require(List<PhotoId> photos) {
        return photos.isEmpty()
                ? Mono.empty()
                : bidding.read(asked(photos))
                        .map(PhotosOnFile::listable)
                        .doOnNext(there -> requireAll(photos, there))
                        .then();
    }

    private static String asked(List<PhotoId> photos) {
        return photos.stream()
                .map(photo -> "id=" + photo)
                .collect(Collectors.joining("&", "/api/v1/photos?", ""));
    }

    private static Set<String> listable(ResponseEntity<byte[]> answer) {
        if (!answer.getStatusCode().isSameCodeAs(HttpStatus.OK)) {
            throw SaleOnFile.away();
        }
        Set<String> there = new HashSet<>();
        Json.tree(requireNonNullElse(answer.getBody(), new byte[0]))
                .required("photos")
                .values()
                .forEach(photo -> there.add(photo.stringValue()));
        return there;
    }

    private static void requireAll(List<PhotoId> photos, Set<String> there) {
        List<FieldProblem> missing = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            if (!there.contains(photos.get(i).hex())) {
                missing.add(
                        new FieldProblem(
                                "photos[" + i + "]",
                                "there is no such photo any more, or never was (expected: one that"
                                        + " was sent before)"));
            }
        }
        if (!missing.isEmpty()) {
            throw Problems.invalid(missing);
        }
    }
}
