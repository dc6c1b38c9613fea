/** contracts/consent-receipt.schema.json; a test compares. */
export const schema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://shouxin.org/contracts/consent-receipt.schema.json",
  "title": "Consent receipt: ISO/IEC TS 27560:2023 in JSON-LD with W3C DPV terms, and the profile of Shouxin",
  "type": "object",
  "required": ["@context", "@type", "schema_version", "receipt_id", "record_id", "pii_principal_id", "processing", "parties", "events", "proof"],
  "additionalProperties": false,
  "properties": {
    "@context": {"type": "object", "required": ["@vocab", "dpv"], "properties": {"dpv": {"const": "https://w3id.org/dpv#"}}},
    "@type": {"const": "ConsentReceipt"},
    "schema_version": {"const": "ISO/IEC TS 27560:2023"},
    "receipt_id": {"$ref": "#/$defs/uuid"},
    "record_id": {"$ref": "#/$defs/uuid"},
    "pii_principal_id": {"$ref": "#/$defs/uuid"},
    "processing": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/processing"}},
    "parties": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/party"}},
    "events": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/event"}},
    "proof": {
      "type": "object",
      "required": ["type", "verificationMethod", "canonicalization", "jws"],
      "additionalProperties": false,
      "properties": {
        "type": {"const": "DetachedJws"},
        "verificationMethod": {"type": "string", "pattern": "^/v1/receipts/keys#[A-Za-z0-9_-]{43}$"},
        "canonicalization": {"const": "RFC 8785"},
        "jws": {"type": "string", "pattern": "^[A-Za-z0-9_-]+[.][.][A-Za-z0-9_-]{86}$"},
        "log": {"oneOf": [{"$ref": "#/$defs/integrated"}, {"$ref": "#/$defs/pending"}, {"$ref": "#/$defs/unavailable"}]}
      }
    }
  },
  "$defs": {
    "integrated": {
      "title": "The decision's event is in the audit log: its entry, byte for byte, and a C2SP tlog-proof",
      "type": "object",
      "required": ["state", "event_id", "entry", "tlog_proof"],
      "additionalProperties": false,
      "properties": {
        "state": {"const": "INTEGRATED"},
        "event_id": {"$ref": "#/$defs/uuid"},
        "entry": {"$ref": "#/$defs/text"},
        "tlog_proof": {"type": "string", "pattern": "^c2sp[.]org/tlog-proof@v1\\n"}
      }
    },
    "pending": {
      "title": "The event is not in the log yet: fetch the receipt again later",
      "type": "object",
      "required": ["state", "event_id"],
      "additionalProperties": false,
      "properties": {"state": {"const": "PENDING"}, "event_id": {"$ref": "#/$defs/uuid"}}
    },
    "unavailable": {
      "title": "The log could not be asked when this copy was made, or the receipt is older than its proofs",
      "type": "object",
      "required": ["state"],
      "additionalProperties": false,
      "properties": {"state": {"const": "UNAVAILABLE"}}
    },
    "uuid": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "hash": {"type": "string", "pattern": "^[A-Za-z0-9_-]{43}$"},
    "text": {"type": "string", "minLength": 1},
    "processing": {
      "type": "object",
      "required": ["privacy_notice", "notice_sha256", "language", "purpose", "lawful_basis", "pii_information", "pii_controllers", "collection_method", "storage_locations", "retention_period", "jurisdiction", "recipient_third_parties", "withdrawal_method", "privacy_rights", "separate_consent", "ui_text_sha256"],
      "additionalProperties": false,
      "properties": {
        "privacy_notice": {"$ref": "#/$defs/text"},
        "notice_sha256": {"$ref": "#/$defs/sha256"},
        "language": {"enum": ["zh-CN", "en"]},
        "purpose": {"type": "string", "pattern": "^P-[0-9]{2} .+"},
        "purpose_type": {"type": "string", "pattern": "^https://w3id.org/dpv#[A-Za-z]+$"},
        "lawful_basis": {"type": "string", "pattern": "^CN-PIPL-13-[1-7]$"},
        "legal_source": {"$ref": "#/$defs/text"},
        "pii_information": {
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "object",
            "required": ["pii_type", "sensitive_pii_category"],
            "additionalProperties": false,
            "properties": {
              "pii_type": {"$ref": "#/$defs/text"},
              "pii_attribute_id": {"enum": ["IDENTITY", "CONTACT", "POLICY", "FINANCIAL", "HEALTH", "FAMILY"]},
              "sensitive_pii_category": {"type": "boolean"}
            }
          }
        },
        "pii_controllers": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/text"}},
        "collection_method": {"$ref": "#/$defs/text"},
        "processing_method": {"$ref": "#/$defs/text"},
        "storage_locations": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/text"}},
        "retention_period": {"$ref": "#/$defs/text"},
        "jurisdiction": {"const": "CN"},
        "recipient_third_parties": {"type": "array", "items": {"$ref": "#/$defs/text"}},
        "withdrawal_method": {"$ref": "#/$defs/text"},
        "privacy_rights": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/text"}},
        "impact_assessment": {"$ref": "#/$defs/text"},
        "separate_consent": {"type": "boolean"},
        "ui_text_sha256": {"$ref": "#/$defs/sha256"},
        "guardian_ref": {"$ref": "#/$defs/uuid"}
      }
    },
    "party": {
      "type": "object",
      "required": ["party_id", "party_name", "party_address", "party_contact", "party_type"],
      "additionalProperties": false,
      "properties": {
        "party_id": {"$ref": "#/$defs/text"},
        "party_name": {"$ref": "#/$defs/text"},
        "party_address": {"$ref": "#/$defs/text"},
        "party_contact": {"$ref": "#/$defs/text"},
        "party_type": {"enum": ["dpv:DataController", "dpv:ThirdParty"]}
      }
    },
    "event": {
      "type": "object",
      "required": ["event_time", "validity_duration", "entity_id", "event_type", "event_state", "sequence", "event_hash"],
      "additionalProperties": false,
      "properties": {
        "event_time": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
        "validity_duration": {"type": "string", "pattern": "^P([0-9]+M|0D)$"},
        "entity_id": {"$ref": "#/$defs/uuid"},
        "event_type": {"enum": ["dpv:ExplicitlyExpressedConsent", "dpv:ExpressedConsent"]},
        "event_state": {"enum": ["dpv:ConsentGiven", "dpv:RenewedConsentGiven", "dpv:ConsentRefused", "dpv:ConsentWithdrawn", "dpv:ConsentRevoked"]},
        "sequence": {"type": "integer", "minimum": 1},
        "event_hash": {"$ref": "#/$defs/hash"},
        "prev_event_hash": {"$ref": "#/$defs/hash"},
        "cooldown_until": {"type": "string"}
      }
    }
  }
};
