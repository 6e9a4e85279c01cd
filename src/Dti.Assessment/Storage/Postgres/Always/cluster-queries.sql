-- The texts Orleans runs for its membership table; kept current at every start.
INSERT INTO orleansquery (querykey, querytext) VALUES
('InsertMembershipVersionKey', $q$
WITH added AS (
    INSERT INTO cluster_epoch (cluster_id) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1
) SELECT EXISTS (SELECT 1 FROM added)
$q$),
('InsertMembershipKey', $q$
WITH bumped AS (
    UPDATE cluster_epoch SET version = version + 1, changed_at = now()
     WHERE cluster_id = @DeploymentId AND version = @Version
       AND NOT EXISTS (SELECT 1 FROM cluster_member m
                        WHERE m.cluster_id = @DeploymentId AND m.address = @Address
                          AND m.port = @Port AND m.generation = @Generation)
 RETURNING cluster_id
), added AS (
    INSERT INTO cluster_member (cluster_id, address, port, generation, silo_name, host_name, status, proxy_port, started_at, alive_at)
    SELECT cluster_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
      FROM bumped
 RETURNING 1
) SELECT EXISTS (SELECT 1 FROM added)
$q$),
('UpdateMembershipKey', $q$
WITH bumped AS (
    UPDATE cluster_epoch SET version = version + 1, changed_at = now()
     WHERE cluster_id = @DeploymentId AND version = @Version
       AND EXISTS (SELECT 1 FROM cluster_member m
                    WHERE m.cluster_id = @DeploymentId AND m.address = @Address
                      AND m.port = @Port AND m.generation = @Generation)
 RETURNING cluster_id
), changed AS (
    UPDATE cluster_member m
       SET status = @Status, suspects = @SuspectTimes, alive_at = @IAmAliveTime
      FROM bumped b
     WHERE m.cluster_id = b.cluster_id AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
 RETURNING 1
) SELECT EXISTS (SELECT 1 FROM changed)
$q$),
('UpdateIAmAlivetimeKey', $q$
UPDATE cluster_member SET alive_at = @IAmAliveTime
 WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$q$),
('MembershipReadAllKey', $q$
SELECT e.version AS "Version", m.address AS "Address", m.port AS "Port", m.generation AS "Generation",
       m.silo_name AS "SiloName", m.host_name AS "HostName", m.status AS "Status", m.proxy_port AS "ProxyPort",
       m.suspects AS "SuspectTimes", m.started_at AS "StartTime", m.alive_at AS "IAmAliveTime"
  FROM cluster_epoch e LEFT JOIN cluster_member m USING (cluster_id)
 WHERE e.cluster_id = @DeploymentId
$q$),
('MembershipReadRowKey', $q$
SELECT e.version AS "Version", m.address AS "Address", m.port AS "Port", m.generation AS "Generation",
       m.silo_name AS "SiloName", m.host_name AS "HostName", m.status AS "Status", m.proxy_port AS "ProxyPort",
       m.suspects AS "SuspectTimes", m.started_at AS "StartTime", m.alive_at AS "IAmAliveTime"
  FROM cluster_epoch e
  LEFT JOIN cluster_member m ON m.cluster_id = e.cluster_id
        AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
 WHERE e.cluster_id = @DeploymentId
$q$),
('GatewaysQueryKey', $q$
SELECT address AS "Address", proxy_port AS "ProxyPort", generation AS "Generation"
  FROM cluster_member
 WHERE cluster_id = @DeploymentId AND status = @Status AND proxy_port > 0
$q$),
('DeleteMembershipTableEntriesKey', $q$
DELETE FROM cluster_epoch WHERE cluster_id = @DeploymentId
$q$),
('CleanupDefunctSiloEntriesKey', $q$
DELETE FROM cluster_member
 WHERE cluster_id = @DeploymentId AND status = 6 AND alive_at < @IAmAliveTime
$q$),
('CleanupDefunctSiloEntryKey', $q$
DELETE FROM cluster_member
 WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
   AND status = 6 AND suspects IS NOT DISTINCT FROM CAST(@SuspectTimes AS text)
   AND started_at = @StartTime AND alive_at = @IAmAliveTime
$q$)
ON CONFLICT (querykey) DO UPDATE SET querytext = EXCLUDED.querytext;
