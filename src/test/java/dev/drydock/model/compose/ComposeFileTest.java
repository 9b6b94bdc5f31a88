package dev.drydock.model.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "8080:80              | -         | 8080      | 80        | -",
                "80                   | -         | -         | 80        | -",
                "127.0.0.1:5432:5432  | 127.0.0.1 | 5432      | 5432      | -",
                "127.0.0.1::53/udp    | 127.0.0.1 | -         | 53        | udp",
                "[::1]:80:80          | ::1       | 80        | 80        | -",
                "3000-3005:3000-3005  | -         | 3000-3005 | 3000-3005 | -",
                "${PORT:-8080}:80     | -         | ${PORT:-8080} | 80    | -",
                "$IP:${P}:80/tcp      | $IP       | ${P}      | 80        | tcp",
            })
    void aPortIsTakenApart(
            String text, @Nullable String ip, @Nullable String published, String target, @Nullable String protocol) {
        Port port = service("ports: ['" + text + "']").ports().getFirst();
        assertThat(written(port.hostIp())).isEqualTo(ip);
        assertThat(written(port.published())).isEqualTo(published);
        assertThat(written(port.target())).isEqualTo(target);
        assertThat(written(port.protocol())).isEqualTo(protocol);
        assertThat(port.target().place().text()).isEqualTo(target);
    }

    @Test
    void aPortWithOnlyAVariableIsUnknown() {
        assertThat(service("ports: ['${PORTS}']").ports().getFirst().target()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "./src:/app                 | BIND    | ./src           | /app  | -",
                "~/x:/y:ro,z                | BIND    | ~/x             | /y    | ro z",
                "data:/data                 | VOLUME  | data            | /data | -",
                "/cache                     | VOLUME  | -               | /cache| -",
                "C:\\Users\\x:/app          | BIND    | C:\\Users\\x    | /app  | -",
                "c:/x:/app:ro               | BIND    | c:/x            | /app  | ro",
                "${DIR:-./a:b}:/app         | UNKNOWN | ${DIR:-./a:b}   | /app  | -",
                "${PWD}:/app                | BIND    | ${PWD}          | /app  | -",
                "$ROOT/src:/app:delegated   | BIND    | $ROOT/src       | /app  | delegated",
                "${VOLUME}                  | UNKNOWN | -               | -     | -",
            })
    void aMountIsTakenApart(
            String text, Mount.Type type, @Nullable String source, @Nullable String target, @Nullable String options) {
        Mount mount = service("volumes: ['" + text + "']").volumes().getFirst();
        assertThat(mount.type()).isEqualTo(type);
        assertThat(written(mount.source())).isEqualTo(source);
        assertThat(written(mount.target())).isEqualTo(target);
        assertThat(mount.options())
                .extracting(Value::written)
                .isEqualTo(options == null ? List.of() : List.of(options.split(" ")));
        assertThat(mount.readOnly()).isEqualTo(options != null && options.startsWith("ro"));
    }

    @Test
    void longFormsSayTheSame() {
        Service service = service("""
                volumes: [{type: bind, source: ./src, target: /app, read_only: true, consistency: delegated}]
                ports: [{target: 80, published: 8080, host_ip: 127.0.0.1}]
                env_file: [a.env, {path: b.env, required: false}]
                depends_on: {db: {condition: service_healthy}}
                build: {context: ., args: [A=1, B], secrets: [npm]}
                develop: {watch: [{path: ./src, action: sync, target: /app}]}
                healthcheck: {test: [CMD, curl, localhost], interval: 5s}
                deploy: {replicas: 2, resources: {limits: {memory: 1g}}}
                extends: {service: x, file: y.yaml}
                user: 1000
                """);
        Mount mount = service.volumes().getFirst();
        assertThat(mount.type()).isEqualTo(Mount.Type.BIND);
        assertThat(mount.readOnly()).isTrue();
        assertThat(mount.options()).extracting(Value::written).containsExactly("delegated");
        assertThat(written(service.ports().getFirst().published())).isEqualTo("8080");
        assertThat(service.envFiles()).extracting(EnvFile::required).containsExactly(true, false);
        assertThat(written(service.dependsOn().getFirst().condition())).isEqualTo("service_healthy");
        assertThat(service.build().args()).extracting(Setting::name).containsExactly("A", "B");
        assertThat(service.build().contextPath()).isEmpty();
        assertThat(service.build().dockerfilePath()).isEqualTo("Dockerfile");
        assertThat(written(service.watch().getFirst().target())).isEqualTo("/app");
        assertThat(service.healthcheck().test()).hasSize(3);
        assertThat(written(service.deploy().memoryLimit())).isEqualTo("1g");
        assertThat(written(service.extended().file())).isEqualTo("y.yaml");
        assertThat(written(service.value("user"))).isEqualTo("1000");
    }

    @Test
    void theEnvironmentIsAMappingOrAList() {
        for (String form :
                List.of("environment: {A: x, B: , C: \"${C:-y}\"}", "environment: [A=x, B, \"C=${C:-y}\", \"$D=1\"]")) {
            Service service = service(form);
            assertThat(service.environment()).extracting(Setting::name).containsExactly("A", "B", "C");
            assertThat(service.environment("A").value().is("x")).isTrue();
            assertThat(service.environment("A").value().place().text()).isEqualTo("x");
            assertThat(service.environment("A").namePlace().text()).isEqualTo("A");
            assertThat(service.environment("B").value()).isNull();
            assertThat(service.environment("C").value().isKnown()).isFalse();
            assertThat(service.environment("C").value().withDefaults().is("y")).isTrue();
        }
    }

    @Test
    void mergeKeysAndAnchorsAreFollowed() {
        ComposeFile file = read("""
                x-base: &base
                  image: node:22
                  environment: &env {A: 1}
                services:
                  web:
                    <<: *base
                    environment: {<<: *env, B: 2}
                """);
        Service web = file.service("web");
        assertThat(written(web.image())).isEqualTo("node:22");
        assertThat(web.environment()).extracting(Setting::name).containsExactly("B", "A");
    }

    @Test
    void whatIsBuiltWhereIsTold() {
        assertThat(service("build: ./api").build().dockerfilePath()).isEqualTo("api/Dockerfile");
        assertThat(service("build: {context: api, dockerfile: ../docker/Dockerfile.prod}")
                        .build()
                        .dockerfilePath())
                .isEqualTo("docker/Dockerfile.prod");
        assertThat(service("build: https://github.com/x/y.git").build().contextPath())
                .isNull();
        assertThat(service("build: ${DIR:-.}").build().contextPath()).isNull();
        assertThat(service("build: ../other").build().contextPath()).isNull();
        assertThat(service("build: {dockerfile_inline: FROM x}").build().dockerfilePath())
                .isNull();
    }

    @Test
    void wrongShapesAreLeftOut() {
        read("services: [a]");
        read("services: {web: 5}");
        read("- x");
        read("");
        service("ports: {a: 1}\nvolumes: 5\nenvironment: [[a]]\nbuild: [x]\nhealthcheck: 3\ndepends_on: {a: 1}");
    }

    @Test
    void everyRealFileIsRead() throws Exception {
        Path folder = Path.of(System.getProperty("drydock.corpus", ""), "compose");
        assumeTrue(Files.isDirectory(folder), "no corpus");
        int services = 0;
        int withImage = 0;
        try (var files = Files.list(folder)) {
            for (Path path : files.toList()) {
                ComposeFile file =
                        ComposeFile.read(Source.of(path.getFileName().toString(), Files.readAllBytes(path)), Map.of());
                services += file.services().size();
                withImage += (int) file.services().stream()
                        .filter(service -> service.image() != null || service.build() != null)
                        .count();
            }
        }
        assertThat(services).isGreaterThan(4000);
        assertThat(withImage).isGreaterThan(services * 9 / 10);
    }

    private static Service service(String yaml) {
        return read("services:\n  web:\n" + yaml.indent(4)).service("web");
    }

    private static ComposeFile read(String text) {
        return ComposeFile.read(Source.of("compose.yaml", text), Map.of());
    }

    private static @Nullable String written(@Nullable Value value) {
        return value == null ? null : value.written();
    }
}
