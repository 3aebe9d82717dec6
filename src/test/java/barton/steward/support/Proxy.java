package barton.steward.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Stands between a client and a PostgreSQL server on this machine and spoils the connection on demand.
public final class Proxy implements AutoCloseable {
    private static final int SSL_REQUEST_LENGTH = 8;

    private final ServerSocket listener;
    private final int server;
    private final Optional<SSLContext> tls;
    private final List<Socket> sockets = new ArrayList<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private volatile boolean silent;
    private volatile String cutAfter = "";
    private volatile String silentAfter = "";
    private volatile long delay;

    private Proxy(int port, int server, Optional<SSLContext> tls) {
        try {
            this.server = server;
            this.tls = tls;
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /// In front of a server, at a free port.
    public static Proxy to(TestPostgres server) {
        return new Proxy(0, server.port(), Optional.empty());
    }

    /// In front of a server, at the port given.
    public static Proxy to(TestPostgres server, int port) {
        return new Proxy(port, server.port(), Optional.empty());
    }

    /// In front of a server, speaking TLS with the client.
    public static Proxy withTls(TestPostgres server, SSLContext tls) {
        return new Proxy(0, server.port(), Optional.of(tls));
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// From now on nothing that the server says reaches the client; the connections stay open.
    public void fallSilent() {
        silent = true;
    }

    /// From now on each answer takes so many milliseconds longer.
    public void answerAfter(long millis) {
        delay = millis;
    }

    /// Passes the next message that holds the text on, waits until the server has answered, and cuts the connection instead of passing the
    /// answer on.
    public void cutAfter(String text) {
        cutAfter = text;
    }

    /// Passes the next message that holds the text on, and nothing that the server says from then on; the connections stay open.
    public void fallSilentAfter(String text) {
        silentAfter = text;
    }

    /// What clients have said so far.
    public String received() {
        synchronized (received) {
            return received.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket client = tls.isPresent() ? shakeHands(accepted, tls.get()) : accepted;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            synchronized (sockets) {
                sockets.add(client);
                sockets.add(upstream);
            }
            var cut = new AtomicBoolean();
            Thread back = Thread.startVirtualThread(() -> answer(upstream, client, cut));
            ask(client, upstream, cut);
            back.join();
        } catch (IOException | InterruptedException e) {
            // A client that goes away is what these tests are about.
            return;
        }
    }

    private void ask(Socket client, Socket upstream, AtomicBoolean cut) throws IOException {
        var buffer = new byte[65536];
        InputStream in = client.getInputStream();
        OutputStream out = upstream.getOutputStream();
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
            synchronized (received) {
                received.write(buffer, 0, n);
            }
            String text = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
            if (!cutAfter.isEmpty() && text.contains(cutAfter)) {
                cut.set(true);
                cutAfter = "";
            }
            silent |= !silentAfter.isEmpty() && text.contains(silentAfter);
            out.write(buffer, 0, n);
        }
        upstream.shutdownOutput();
    }

    private void answer(Socket upstream, Socket client, AtomicBoolean cut) {
        var buffer = new byte[65536];
        try (upstream; client) {
            InputStream in = upstream.getInputStream();
            for (int n = in.read(buffer); n > 0 && !cut.get(); n = in.read(buffer)) {
                Thread.sleep(delay);
                if (!silent) {
                    client.getOutputStream().write(buffer, 0, n);
                }
            }
        } catch (IOException | InterruptedException e) {
            // As above.
            return;
        }
    }

    private static Socket shakeHands(Socket client, SSLContext tls) throws IOException {
        client.getInputStream().readNBytes(SSL_REQUEST_LENGTH);
        client.getOutputStream().write('S');
        var secure = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }
}
