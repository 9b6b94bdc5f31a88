FROM debian:13-slim
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN set -eux; \
    savedAptMark="$(apt-mark showmanual)"; \
    apt-get update; \
    apt-get install -y --no-install-recommends \
      build-essential \
      ca-certificates \
      curl \
      # the signature's check
      gnupg \
      libssl-dev \
      zlib1g-dev \
    ; \
    rm -rf /var/lib/apt/lists/*; \
    case "$(dpkg --print-architecture)" in \
      amd64) arch=x86_64 ;; \
      arm64 | armhf) arch="arm-${ARM_VARIANT:-v8}" ;; \
      *) echo >&2 "no build for $(uname -m)"; exit 1 ;; \
    esac; \
    for part in core tools "docs-${LANGUAGE%%_*}"; do \
      url="https://dist.example.org/$VERSION/$part-$arch.tar.gz"; \
      curl --fail --location --silent --show-error --output "/tmp/$part.tar.gz" "$url"; \
      curl -fsSL "$url.sha256" | awk '{ print $1 "  /tmp/'"$part"'.tar.gz" }' | sha256sum --check -; \
      mkdir -p "/opt/$part" && tar -xzf "/tmp/$part.tar.gz" -C "/opt/$part" --strip-components=1; \
      rm "/tmp/$part.tar.gz"; \
    done; \
    if [ -n "${EXTRA:-}" ] && ! [[ $EXTRA == none* ]]; then \
      ( cd /opt/core && ./configure --prefix=/usr/local --with="$EXTRA" && make -j "$(nproc)" install ); \
    fi; \
    while read -r name value; do \
      printf '%s=%s\n' "$name" "$((value * 2))" >> /etc/core.conf; \
    done < /opt/core/defaults; \
    cat > /etc/profile.d/core.sh <<< "export PATH=/opt/core/bin:\$PATH"; \
    apt-mark auto '.*' > /dev/null; \
    [ -z "$savedAptMark" ] || apt-mark manual $savedAptMark > /dev/null; \
    find /usr/local -type f -executable -exec ldd '{}' ';' \
      | awk '/=>/ { print $(NF-1) }' | sort -u | xargs -r dpkg-query --search | cut -d: -f1 | xargs -r apt-mark manual; \
    apt-get purge -y --auto-remove -o APT::AutoRemove::RecommendsImportant=false; \
    core --version
