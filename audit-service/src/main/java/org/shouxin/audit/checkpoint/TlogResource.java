package org.shouxin.audit.checkpoint;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.shouxin.audit.log.EntryBundle;
import org.shouxin.audit.log.HashTile;
import org.shouxin.audit.log.TileAddress;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** The log for everybody (C2SP tlog-tiles): no token, since entries hold no personal data. */
@Path("/tlog")
@PermitAll
class TlogResource {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String BYTES = "application/octet-stream";
  private static final String IMMUTABLE = "public, max-age=31536000, immutable";

  private final Publisher publisher;
  private final LogStore store;

  @Inject
  TlogResource(Publisher publisher, LogStore store) {
    this.publisher = publisher;
    this.store = store;
  }

  @GET
  @Path("checkpoint")
  @NonBlocking
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/plain"))
  @Operation(summary = "Newest signed checkpoint (C2SP tlog-checkpoint)")
  public Response checkpoint() {
    return Response.ok(current().note().toString(), TEXT)
        .header("Cache-Control", "no-cache")
        .build();
  }

  @GET
  @Path("vkey")
  @NonBlocking
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/plain"))
  @Operation(summary = "The key that verifies checkpoints (C2SP signed-note)")
  public Response verifierKey() {
    return Response.ok(publisher.verifierKey() + "\n", TEXT)
        .header("Cache-Control", "public, max-age=3600")
        .build();
  }

  @GET
  @Path("vkey-ml-dsa")
  @NonBlocking
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/plain"))
  @Operation(summary = "The key of the second, post-quantum signature line, where there is one")
  public Response secondVerifierKey() {
    String key =
        publisher
            .secondVerifierKey()
            .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    return Response.ok(key + "\n", TEXT).header("Cache-Control", "public, max-age=3600").build();
  }

  @GET
  @Path("tile/{address: .+}")
  @RunOnVirtualThread
  @APIResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream"))
  @Operation(summary = "A tile of hashes or of entries (C2SP tlog-tiles)")
  public Response tile(@PathParam("address") String address) throws SQLException {
    TileAddress wanted =
        TileAddress.parse(address).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    byte[] bytes = wanted.level() == TileAddress.ENTRIES ? entries(wanted) : hashes(wanted);
    if (bytes.length == 0) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    return Response.ok(bytes, BYTES).header("Cache-Control", IMMUTABLE).build();
  }

  private byte[] hashes(TileAddress wanted) {
    return current().tree().tile(wanted.level(), wanted.index(), wanted.width());
  }

  private byte[] entries(TileAddress wanted) throws SQLException {
    long first = wanted.index() * HashTile.WIDTH;
    long end = first + wanted.width();
    if (end > current().tree().size()) {
      return new byte[0];
    }
    List<byte[]> stored = store.entries(first, end);
    return EntryBundle.write(stored);
  }

  private Publication current() {
    return publisher
        .current()
        .orElseThrow(() -> new ProblemException(ProblemCode.AUDIT_UNAVAILABLE));
  }
}
