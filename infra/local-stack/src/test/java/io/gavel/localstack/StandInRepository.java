package io.gavel.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A folder that looks like the built repository, with stand-ins for the services. */
record StandInRepository(Path home) {
    static StandInRepository in(Path home) throws IOException {
        StandInRepository repository = new StandInRepository(home);
        Files.createFile(home.resolve("mvnw"));
        for (String service :
                new String[] {"bidding-service", "settlement-service", "gateway-ws"}) {
            repository.put(service, StandInService.class);
        }
        return repository;
    }

    void put(String service, Class<?> main) throws IOException {
        Path jar = home.resolve(service).resolve("target").resolve(service + "-exec.jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        String entry = main.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream code = main.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
        }
    }

    StackOptions options() {
        return new StackOptions(
                home,
                home.resolve(".gavel"),
                0,
                1,
                false,
                true,
                OptionalLong.empty(),
                Map.of(),
                false);
    }
}
