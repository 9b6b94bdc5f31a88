package dev.drydock.model.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageOperationTest {

    private static PackageOperation operation(String script) {
        List<PackageOperation> operations = CommandsTest.commands(script).packageOperations();
        assertThat(operations).as(script).isNotEmpty();
        return operations.getLast();
    }

    private static String dump(PackageOperation operation) {
        StringBuilder text = new StringBuilder(operation.manager().name())
                .append(' ')
                .append(operation.action())
                .append('(')
                .append(operation.verb())
                .append(')');
        for (NamedPackage named : operation.packages()) {
            text.append(' ').append(named.name());
            if (named.isVersioned()) {
                text.append('@').append(named.version().or("?"));
            }
            if (named.source() != NamedPackage.Source.INDEX) {
                text.append(':').append(named.source());
            }
        }
        for (PackageOperation.Option option : operation.options()) {
            text.append(' ').append(option.meaning());
            Argument value = option.value();
            if (value != null) {
                text.append('=').append(value.text().or("?"));
            }
        }
        return text.append(operation.certain() ? "" : " …").toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apt-get update ¦ apt UPDATE(update)",
                "apt-get -y install --no-install-recommends gcc=1.2 g++:amd64 ./x.deb ¦ apt INSTALL(install) gcc@=1.2 g++ "
                        + "./x.deb:PATH YES NO_RECOMMENDS",
                "apt-get install -yq -o Dpkg::Options::=--force-confold -t stable x ¦ apt INSTALL(install) x YES QUIET",
                "apt-get install -qq x ¦ apt INSTALL(install) x QUIET QUIET YES QUIET",
                "apt-get -o APT::Get::Assume-Yes=true install x ¦ apt INSTALL(install) x YES=APT::Get::Assume-Yes=true",
                "apt-get install nodejs=$V $P python$V-dev ¦ apt INSTALL(install) nodejs@? …",
                "apt-get purge -y --auto-remove gcc ¦ apt REMOVE(purge) gcc YES AUTO_REMOVE",
                "apt-get clean ¦ apt CLEAN(clean)",
                "apk add --no-cache -t .deps gcc=~1 so:x@edge ¦ apk INSTALL(add) gcc@=~1 so:x@@edge NO_CACHE GROUP=.deps",
                "apk del .deps ¦ apk REMOVE(del) .deps",
                "dnf -y install --setopt=install_weak_deps=False @x a ¦ dnf INSTALL(install) @x:GROUP a YES NO_RECOMMENDS=install_weak_deps=False",
                "yum -y install make-3.82-24.el7 java-11-openjdk.x86_64 dotnet-runtime-8.0 ¦ yum INSTALL(install) make@-3.82-24.el7 "
                        + "java-11-openjdk dotnet-runtime-8.0 YES",
                "npm prune --omit=dev ¦ npm REMOVE(prune) NO_DEV=dev",
                "microdnf clean all ¦ microdnf CLEAN(clean all)",
                "yum groupinstall -y 'Development Tools' ¦ yum INSTALL(groupinstall) Development Tools YES",
                "zypper -n in a ¦ zypper INSTALL(in) a YES",
                "pacman -Syu --noconfirm a ¦ pacman INSTALL(-Syu) a YES",
                "pacman -Sy ¦ pacman UPDATE(-Sy)",
                "pacman -Scc --noconfirm ¦ pacman CLEAN(-Scc) YES",
                "pip install --no-cache-dir -r req.txt -c c.txt 'a[x]>=1,<2' ./b git+https://x/y . ¦ pip INSTALL(install) a@>=1,<2 ./b:PATH "
                        + "git+https://x/y:REPOSITORY .:PATH NO_CACHE FILES=req.txt CONSTRAINTS=c.txt",
                "pip3.12 install -rreq.txt -e . ¦ pip INSTALL(install) FILES=req.txt EDITABLE=.",
                "python -m pip install -U pip ¦ pip INSTALL(install) pip",
                "PIP_NO_CACHE_DIR=1 pip install x ¦ pip INSTALL(install) x NO_CACHE",
                "PIP_NO_CACHE_DIR=0 pip install x ¦ pip INSTALL(install) x",
                "pip wheel --wheel-dir /w -r r.txt ¦ pip BUILD(wheel) FILES=r.txt",
                "uv pip install -r r.txt ¦ uv INSTALL(pip install) FILES=r.txt",
                "uv sync --frozen --no-dev ¦ uv INSTALL(sync) FROZEN NO_DEV",
                "poetry install --only main --no-root ¦ poetry INSTALL(install) NO_DEV=main",
                "poetry install --without=dev ¦ poetry INSTALL(install) NO_DEV=dev",
                "pipenv install --system --deploy ¦ pipenv INSTALL(install) FROZEN",
                "conda install -y -c x a=1 y::b ¦ conda INSTALL(install) a@=1 b YES INDEX=x",
                "conda env create -f e.yml ¦ conda INSTALL(env create) FILES=e.yml",
                "npm ci --omit=dev ¦ npm INSTALL(ci) NO_DEV=dev FROZEN",
                "npm install -g @a/b@1 c ¦ npm INSTALL(install) @a/b@@1 c GLOBAL",
                "NODE_ENV=production npm i ¦ npm INSTALL(i) NO_DEV",
                "npm cache clean --force ¦ npm CLEAN(cache clean)",
                "yarn ¦ yarn INSTALL()",
                "yarn --frozen-lockfile --production ¦ yarn INSTALL() FROZEN NO_DEV",
                "yarn global add x ¦ yarn INSTALL(global add) x GLOBAL",
                "pnpm install --prod ¦ pnpm INSTALL(install) NO_DEV",
                "bun install ¦ bun INSTALL(install)",
                "gem install a:1 b -v 2 ¦ gem INSTALL(install) a@:1 b GIVEN_VERSION=2",
                "bundle install --without development test ¦ bundle INSTALL(install) NO_DEV=development",
                "go mod download ¦ go BUILD(mod download)",
                "go install -ldflags '-s' x/y@v1 ¦ go INSTALL(install) x/y@@v1",
                "go build -o /x -trimpath ./... ¦ go BUILD(build)",
                "cargo build --release --locked ¦ cargo BUILD(build) FROZEN",
                "composer install --no-dev -n ¦ composer INSTALL(install) NO_DEV YES",
                "./mvnw -B -DskipTests clean package ¦ maven BUILD(clean)",
                "mvn org.x:maven-dependency-plugin:3:go-offline ¦ maven BUILD(org.x:maven-dependency-plugin:3:go-offline)",
                "gradle --no-daemon :app:bootJar -x test ¦ gradle BUILD(:app:bootJar)",
                "dotnet restore --locked-mode x.csproj ¦ dotnet BUILD(restore) FROZEN",
                "sudo apt-get install -y x ¦ apt INSTALL(install) x YES",
            })
    void operations(String scriptAndOperation) {
        int bar = scriptAndOperation.indexOf(" ¦ ");
        assertThat(dump(operation(scriptAndOperation.substring(0, bar))))
                .isEqualTo(scriptAndOperation.substring(bar + 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apt-key add x",
                "npm run start",
                "yarn --version",
                "yarn start",
                "go version",
                "mvn -v",
                "pip --version",
                "apt-get",
                "npm config set x y",
                "cargo --version",
                "bundle exec rails s",
                "gradle -v",
                "conda init"
            })
    void noOperations(String script) {
        assertThat(CommandsTest.commands(script).packageOperations()).isEmpty();
    }

    @Test
    void developmentDependencies() {
        assertThat(operation("NODE_ENV= npm ci").development()).isEqualTo(PackageOperation.Development.INCLUDED);
        assertThat(operation("npm ci").development()).isEqualTo(PackageOperation.Development.UNKNOWN);
        assertThat(operation("npm ci --production").development()).isEqualTo(PackageOperation.Development.OMITTED);
        assertThat(operation("npm i -g x").development()).isEqualTo(PackageOperation.Development.UNKNOWN);
        assertThat(operation("NODE_ENV=production npm ci --include=dev").development())
                .isEqualTo(PackageOperation.Development.UNKNOWN);
        assertThat(operation("uv sync").development()).isEqualTo(PackageOperation.Development.INCLUDED);
        assertThat(operation("uv sync --no-dev").development()).isEqualTo(PackageOperation.Development.OMITTED);
        assertThat(operation("composer install").development()).isEqualTo(PackageOperation.Development.INCLUDED);
        assertThat(operation("poetry install --without=dev,docs").development())
                .isEqualTo(PackageOperation.Development.OMITTED);
        assertThat(operation("pipenv install").development()).isEqualTo(PackageOperation.Development.OMITTED);
        assertThat(operation("pipenv install --dev").development()).isEqualTo(PackageOperation.Development.INCLUDED);
    }

    @Test
    void cachesAndWhatIsLeft() {
        PackageManager pip = operation("pip install x").manager();
        assertThat(pip.caches("/root")).containsExactly("/root/.cache/pip");
        assertThat(operation("apt-get clean").cleaned("/root")).containsExactly("/var/cache/apt");
        assertThat(operation("yarn cache clean").cleaned("/home/me")).contains("/home/me/.cache/yarn");
        assertThat(operation("apt-get update").manager().leftovers("/root"))
                .containsExactly(List.of("/var/lib/apt/lists"));
    }

    @Test
    void installedLessRemoved() {
        assertThat(installed("apt-get install gcc curl && apt-get purge gcc")).isEqualTo("curl");
        assertThat(installed("apk add --virtual .d gcc make && apk add x && apk del .d"))
                .isEqualTo("x");
        assertThat(installed("apt-get install curl; apt-mark auto '.*'; apt-mark manual curl; apt-get install gcc; "
                        + "apt-get purge --auto-remove"))
                .isEqualTo("curl,gcc");
        assertThat(installed("apt-get install gcc curl; apt-mark auto '.*'; apt-mark manual curl; apt-get autoremove"))
                .isEqualTo("curl");
        assertThat(installed("deps='gcc make'; apt-get install $deps x; apt-get remove $deps"))
                .isEqualTo("x");
        assertThat(installed("apt-get install gcc; apt-get remove $(cat x)")).isEmpty();
        assertThat(installed("if x; then apt-get install gcc; fi")).isEmpty();
        assertThat(installed("pip install --target /x pytest")).isEmpty();
        assertThat(installed("pip install a; apt-get remove a")).isEqualTo("a");
    }

    private static String installed(String script) {
        InstalledPackages packages = new InstalledPackages();
        packages.add(CommandsTest.commands(script));
        StringBuilder names = new StringBuilder();
        for (InstalledPackages.Installed each : packages.list()) {
            names.append(names.isEmpty() ? "" : ",").append(each.named().name());
        }
        return names.toString();
    }

    @Test
    void developmentTools() {
        assertThat(kind("deb", "gcc")).isEqualTo("compiler");
        assertThat(kind("deb", "gcc-12")).isEqualTo("compiler");
        assertThat(kind("deb", "libgcc-s1")).isEmpty();
        assertThat(kind("deb", "gcc-12-base")).isEmpty();
        assertThat(kind("deb", "libpq-dev")).isEqualTo("headers");
        assertThat(kind("deb", "dpkg-dev")).isEqualTo("build-system");
        assertThat(kind("deb", "ca-certificates")).isEmpty();
        assertThat(kind("deb", "curl")).isEmpty();
        assertThat(kind("deb", "git")).isEqualTo("version-control?");
        assertThat(kind("apk", "build-base")).isEqualTo("compiler");
        assertThat(kind("apk", "openjdk17-jre")).isEmpty();
        assertThat(kind("apk", "openjdk17")).isEqualTo("compiler?");
        assertThat(kind("rpm", "glibc-devel")).isEqualTo("headers");
        assertThat(kind("python", "pytest-cov")).isEqualTo("test-runner");
        assertThat(kind("python", "requests")).isEmpty();
        assertThat(kind("node", "nodemon")).isEqualTo("debugger");
        assertThat(kind("nowhere", "gcc")).isEmpty();
    }

    private static String kind(String family, String name) {
        DevTools.Tool tool = DevTools.find(family, name);
        return tool == null ? "" : tool.sure() ? tool.kind() : tool.kind() + "?";
    }
}
