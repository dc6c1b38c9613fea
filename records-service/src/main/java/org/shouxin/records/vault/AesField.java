package org.shouxin.records.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

record AesField(Aead aead) implements FieldCipher {
  @Override
  public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
    return aead.encrypt(plain, associated);
  }

  @Override
  public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
    return aead.decrypt(sealed, associated);
  }
}
