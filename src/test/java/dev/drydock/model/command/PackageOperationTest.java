package dev.drydock.model.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Edit;
import dev.drydock.source.Source;
import dev.drydock.source.Text;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apt-get install a b=1 ./c.deb d/stable ¦ a",
                "apt-get build-dep a ¦ ",
                "apk add a b~1 c@edge 'so:d>1' ¦ a c",
                "yum install a b-1.2 c-1:2 d-8 @g e-$V ¦ a d-8",
                "yum module install nodejs nginx:1.24 ¦ nodejs",
                "zypper in a 'b>1' c.rpm ¦ a",
                "pip install a b==1 . git+https://x/y git+https://x/y@v1 z.whl ¦ a git+https://x/y",
                "pip install -c c.txt a ¦ ",
                "pip install -r r.txt a ¦ ",
                "pip install --no-index a ¦ ",
                "uv pip install a && uv add b ¦ ",
                "uv pip install a ¦ a",
                "npm install a b@1 @s/c @s/d@1 e@latest o/r o/r#1 f.tar ./g ¦ a @s/c e o/r",
                "gem install a b:1 -- --c d ¦ a",
                "gem install a -v 1 ¦ ",
                "go install tool a.b/c a.b/d@v1 a.b/e@latest ./f ¦ a.b/c a.b/e",
                "go run a.b/c x y ¦ a.b/c",
                "cargo install a b@1 ¦ a",
                "cargo install a --version 1 ¦ "
            })
    void unpinned(String scriptAndNames) {
        int bar = scriptAndNames.indexOf(" ¦ ");
        StringBuilder names = new StringBuilder();
        for (NamedPackage named : operation(scriptAndNames.substring(0, bar)).unpinned()) {
            names.append(names.isEmpty() ? "" : " ").append(named.name());
        }
        assertThat(names.toString()).isEqualTo(scriptAndNames.substring(bar + 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apt-get install a",
                "apt-get -q install a",
                "apt-get autoremove",
                "apt-get -f install",
                "yum update",
                "pacman -Syu",
                "pacman -Rns a",
                "conda install -q a",
                "pip uninstall a",
                "apt-get install $(cat x)"
            })
    void asks(String script) {
        assertThat(operation(script).asks()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apt-get install -y a",
                "apt-get install -q -q a",
                "apt-get --quiet=2 install a",
                "apt-get -o apt::get::ASSUME-YES=true install a",
                "yes | apt-get install a",
                "yes | sudo apt-get install a",
                "apt-get install a <<< y",
                "apt-get purge",
                "apt-get update",
                "pacman -Sy",
                "pacman -S --noconfirm a",
                "CONDA_ALWAYS_YES=1 conda install a",
                "apk add a"
            })
    void asksNothing(String script) {
        assertThat(operation(script).asks()).isFalse();
    }

    @Test
    void indexes() {
        assertThat(operation("pip install -i https://a --extra-index-url=https://b x")
                        .indexes())
                .containsExactly(Text.of("https://a"), Text.of("https://b"));
        assertThat(operation("PIP_INDEX_URL=https://a pip install x").indexes()).containsExactly(Text.of("https://a"));
        assertThat(operation("npm install --registry $R x").indexes()).containsExactly(Text.unknown());
        assertThat(operation("apk add -X https://a x").indexes()).containsExactly(Text.of("https://a"));
        assertThat(operation("gem install -s https://a x").indexes()).containsExactly(Text.of("https://a"));
        assertThat(operation("PIP_INDEX_URL= pip install x").indexes()).isEmpty();
    }

    @Test
    void anOptionIsAddedBehindTheVerbWhereItIsWritten() {
        assertThat(added("apt-get -q install a", "-y")).isEqualTo("apt-get -q install -y a");
        assertThat(added("sh -c 'yarn'", "--immutable")).isEqualTo("sh -c 'yarn --immutable'");
        assertThat(added("apt-get $X install a", "-y")).isEqualTo("apt-get $X install -y a");
        assertThat(added("do=install; apt-get $do a", "-y")).isEqualTo("do=install; apt-get $do a");
    }

    private static String added(String script, String option) {
        Edit edit = operation(script).adding(Source.of("x", script), option);
        return edit == null
                ? script
                : new StringBuilder(script)
                        .insert(edit.span().start(), edit.replacement())
                        .toString();
    }

    @Test
    void usersAndGroups() {
        assertThat(created("useradd -rmu 1000 -d /srv/app app")).isEqualTo("app id=1000 home=/srv/app");
        assertThat(created("useradd --uid=1000 app")).isEqualTo("app id=1000");
        assertThat(created("useradd -u1000 -g app app")).isEqualTo("app id=1000");
        assertThat(created("adduser -D -h /srv/app -G web app")).isEqualTo("app home=/srv/app");
        assertThat(created("adduser --disabled-password --gecos '' --uid \"$U\" app"))
                .isEqualTo("app id=?");
        assertThat(created("groupadd -g 1000 app")).isEqualTo("group app id=1000");
        assertThat(created("addgroup -S app")).isEqualTo("group app");
        assertThat(created("adduser app docker")).isEmpty();
        assertThat(created("usermod -aG docker app")).isEmpty();
    }

    private static String created(String script) {
        UserCreation creation =
                UserCreation.of(CommandsTest.commands(script).list().getLast());
        if (creation == null) {
            return "";
        }
        Argument id = creation.id();
        Argument home = creation.home();
        return (creation.group() ? "group " : "")
                + creation.name().value()
                + (id == null ? "" : " id=" + id.text().or("?"))
                + (home == null ? "" : " home=" + home.text().or("?"));
    }

    @Test
    void onlyPackageOperations() {
        assertThat(CommandsTest.commands("set -e; sudo apt-get update && rm -rf /x | tee y")
                        .areOnlyPackageOperations())
                .isTrue();
        assertThat(CommandsTest.commands("sh -c 'apk add x'").areOnlyPackageOperations())
                .isTrue();
        assertThat(CommandsTest.commands("apt-get update; ./x").areOnlyPackageOperations())
                .isFalse();
        assertThat(CommandsTest.commands("curl x | sh").areOnlyPackageOperations())
                .isFalse();
        assertThat(CommandsTest.commands("$X y").areOnlyPackageOperations()).isFalse();
    }

    @Test
    void leftovers() {
        assertThat(left("apt-get update; apt-get install x", false)).isEqualTo("/var/lib/apt/lists");
        assertThat(left("apt-get install x", true)).isEqualTo("/var/cache/apt/archives");
        assertThat(left("apt-get install x; apt-get clean", true)).isEmpty();
        assertThat(left("dnf install x; rm -rf /var/cache/yum/*", false)).isEmpty();
        assertThat(left("dnf install x; microdnf clean all", false)).isEqualTo("/var/cache/dnf");
        assertThat(left("yarn; rm -rf $(yarn cache dir)", false)).isEmpty();
        assertThat(left("pip install x; rm -rf ~/.cache", false)).isEmpty();
        assertThat(left("pip install x || rm -rf ~/.cache", false)).isEqualTo("/root/.cache/pip");
    }

    private static String left(String script, boolean keepsDownloads) {
        StringBuilder directories = new StringBuilder();
        for (Leftovers each : Leftovers.of(CommandsTest.commands(script), "/root", keepsDownloads)) {
            directories.append(directories.isEmpty() ? "" : " ").append(each.directory());
        }
        return directories.toString();
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
