# syntax=docker/dockerfile:1

FROM maven:3.9.11-eclipse-temurin-25-noble AS build
WORKDIR /src
COPY pom.xml ./
COPY grammar/ grammar/
COPY rules/ rules/
COPY src/dist/ src/dist/
COPY src/dev/ src/dev/
COPY src/main/ src/main/
COPY testdata/ testdata/
COPY bench/ bench/
COPY LICENSE CHANGELOG.md ./
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --quiet package -Dmaven.test.skip=true -Ddrydock.archive=none \
    && mv target/dist/drydock-* /opt/drydock

# Only what is run: the distribution brings its own run-time image.
FROM debian:13.2-slim AS final
COPY --from=build /opt/drydock /opt/drydock
RUN ln -s /opt/drydock/bin/drydock /usr/local/bin/drydock \
    && useradd --system --no-log-init --uid 10001 drydock
USER drydock
WORKDIR /project
ENTRYPOINT ["drydock"]
CMD ["check", "."]
