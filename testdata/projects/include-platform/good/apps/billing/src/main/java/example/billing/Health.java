package example.billing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

class Health {
    public static void main(String[] arguments) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(arguments[0])).build();
        System.exit(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode() == 200 ? 0 : 1);
    }
}
