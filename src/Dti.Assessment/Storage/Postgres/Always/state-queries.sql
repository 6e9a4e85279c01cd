-- The texts Orleans runs for grain state; kept current at every start.
-- A write carries its journal entries in payload->'journal'. They become rows of "journal" only when the write took the
-- row, in the same statement and so the same transaction, and are left out of the stored payload.
INSERT INTO orleansquery (querykey, querytext) VALUES
('ReadFromStorageKey', $q$
SELECT convert_to(payload::text, 'UTF8') AS "PayloadBinary", version AS "Version"
  FROM grain_state
 WHERE service_id = @ServiceId AND state_name = @GrainTypeString
   AND key_hi = @GrainIdN0 AND key_lo = @GrainIdN1
   AND key_text = COALESCE(CAST(@GrainIdExtensionString AS text), '')
$q$),
('WriteToStorageKey', $q$
WITH given AS MATERIALIZED (
    SELECT convert_from(@PayloadBinary, 'UTF8')::jsonb AS body
), changed AS (
    UPDATE grain_state
       SET payload = (SELECT body - 'journal' FROM given), version = version + 1, modified_at = now()
     WHERE CAST(@GrainStateVersion AS integer) IS NOT NULL
       AND service_id = @ServiceId AND state_name = @GrainTypeString
       AND key_hi = @GrainIdN0 AND key_lo = @GrainIdN1
       AND key_text = COALESCE(CAST(@GrainIdExtensionString AS text), '')
       AND version = CAST(@GrainStateVersion AS integer)
 RETURNING version
), created AS (
    INSERT INTO grain_state (service_id, state_name, key_hi, key_lo, key_text, payload, version)
    SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1,
           COALESCE(CAST(@GrainIdExtensionString AS text), ''), body - 'journal', 1
      FROM given
     WHERE CAST(@GrainStateVersion AS integer) IS NULL
        ON CONFLICT DO NOTHING
 RETURNING version
), taken AS (
    SELECT version FROM changed
    UNION ALL
    SELECT version FROM created
), noted AS (
    INSERT INTO journal (at, actor, action, subject, cell, "before", "after", state_name, version)
    SELECT (entry->>'at')::timestamptz, entry->>'actor', entry->>'action', entry->>'subject',
           entry->>'cell', entry->>'before', entry->>'after', @GrainTypeString, taken.version
      FROM taken, given, jsonb_array_elements(
           CASE jsonb_typeof(body->'journal') WHEN 'array' THEN body->'journal' ELSE '[]' END) WITH ORDINALITY AS e (entry, n)
     ORDER BY n
)
SELECT version AS "NewGrainStateVersion" FROM taken
$q$),
('ClearStorageKey', $q$
UPDATE grain_state
   SET payload = NULL, version = version + 1, modified_at = now()
 WHERE service_id = @ServiceId AND state_name = @GrainTypeString
   AND key_hi = @GrainIdN0 AND key_lo = @GrainIdN1
   AND key_text = COALESCE(CAST(@GrainIdExtensionString AS text), '')
   AND version = CAST(@GrainStateVersion AS integer)
RETURNING version
$q$),
('DeleteStorageKey', $q$
DELETE FROM grain_state
 WHERE service_id = @ServiceId AND state_name = @GrainTypeString
   AND key_hi = @GrainIdN0 AND key_lo = @GrainIdN1
   AND key_text = COALESCE(CAST(@GrainIdExtensionString AS text), '')
   AND version = CAST(@GrainStateVersion AS integer)
RETURNING version + 1
$q$)
ON CONFLICT (querykey) DO UPDATE SET querytext = EXCLUDED.querytext;
