plugins {
    java
    id("org.springframework.boot") version "4.0.0"
}

tasks.bootJar { archiveFileName = "api.jar" }
