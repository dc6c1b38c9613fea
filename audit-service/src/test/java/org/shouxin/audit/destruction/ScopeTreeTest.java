package org.shouxin.audit.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.ProofCheck;
import org.shouxin.platform.identity.Ids;

class ScopeTreeTest {
  private final UUID plan = Ids.random();

  @Test
  void everyItemOfAListOfAnySizeLeadsToTheRoot() {
    for (int size = 1; size <= 20; size++) {
      List<String> digests = digests(size);
      ScopeTree tree = new ScopeTree(digests);
      assertThat(tree.size()).isEqualTo(size);
      for (String digest : digests) {
        ScopeTree.ScopePath path = tree.path(digest);
        assertThat(
                ProofCheck.includes(
                    path.index(),
                    path.size(),
                    hash(digest),
                    path.hashes().stream().map(ScopeTreeTest::hash).toList(),
                    hash(tree.root())))
            .isTrue();
      }
    }
  }

  @Test
  void anotherPersonMethodOrOneItemLessIsAnotherRoot() {
    List<String> digests = digests(7);
    String root = new ScopeTree(digests).root();
    assertThat(new ScopeTree(digests.reversed()).root()).isEqualTo(root);
    assertThat(new ScopeTree(digests.subList(1, 7)).root()).isNotEqualTo(root);
    UUID person = Ids.random();
    assertThat(ScopeTree.leaf(plan, "records", person, "", "RT-02", Method.SHRED_KEY))
        .isNotEqualTo(ScopeTree.leaf(plan, "records", person, "", "RT-02", Method.DELETE_ROWS))
        .isNotEqualTo(ScopeTree.leaf(plan, "records", Ids.random(), "", "RT-02", Method.SHRED_KEY));
  }

  @Test
  void theRootOfNothingIsThatOfTheEmptyTree() {
    assertThat(hash(new ScopeTree(List.of()).root())).isEqualTo(Hash.EMPTY_TREE);
  }

  private List<String> digests(int size) {
    return IntStream.range(0, size)
        .mapToObj(_ -> ScopeTree.leaf(plan, "records", Ids.random(), "", "RT-02", Method.SHRED_KEY))
        .toList();
  }

  private static Hash hash(String text) {
    return Hash.read(Base64.getUrlDecoder().decode(text), 0);
  }
}
