#include <openssl/ssl.h>

#include <print>
#include <string_view>

int main(int argc, char **argv) {
    if (argc > 1 && std::string_view{argv[1]} == "--ping") {
        return 0;
    }
    std::println("tided, {}", OpenSSL_version(OPENSSL_VERSION));
}
