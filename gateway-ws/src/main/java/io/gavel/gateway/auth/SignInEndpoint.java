package io.gavel.gateway.auth;

import io.gavel.contracts.json.Json;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page, and anybody else, how to sign in here. */
@RestController
class SignInEndpoint {

    private final byte[] told;

    SignInEndpoint(SignIn signIn) {
        this.told = Json.bytes(signIn.told());
    }

    @GetMapping(path = "/api/v1/sign-in", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] signIn() {
        return told;
    }
}
