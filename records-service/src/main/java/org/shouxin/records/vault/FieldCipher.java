package org.shouxin.records.vault;

import java.security.GeneralSecurityException;

/** Authenticated encryption with a fresh random nonce in front of each ciphertext. */
sealed interface FieldCipher permits AesField, Sm4Field {
  byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException;

  /** Fails when the ciphertext or what it is bound to was changed. */
  byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException;
}
