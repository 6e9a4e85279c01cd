using System.Text;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Targets;

namespace Dti.Assessment.Editions;

/// <summary>
/// Checks an edition file from itself alone: its form, the set it carries, every score and rank computed again from its own inputs,
/// and its signature. A digit changed anywhere is refused by the signature; a file signed anew by another key is refused by what its
/// inputs give, and where trusted keys are known, by the key.
/// </summary>
public static partial class EditionCheck
{
    /// <param name="file">The edition file's bytes.</param>
    /// <param name="signature">The bytes of <c>&lt;file&gt;.sig</c>; null when there is none, which is refused.</param>
    /// <param name="trusted">The publisher's keys; null = the key in the signature is taken, with a remark.</param>
    /// <param name="previous">The file of an edition of a past year it is laid beside, by its id; what rests on one that is not there is not computed again, with a remark.</param>
    public static EditionVerdict Verify(byte[] file, byte[]? signature, EditionKeySet? trusted, Func<string, byte[]?>? previous = null)
    {
        var reading = EditionFile.Read(file);
        if (reading.Edition is not { } edition)
            return EditionVerdict.Unreadable($"edition file: {reading.Fault}", reading.Sha256);
        var remarks = new List<string>();
        string[] differences = [.. Content(edition, previous, remarks), .. Signature(file, signature, trusted, remarks, out string? keyId)];
        remarks.AddRange(NotRecomputed(edition));
        return new(differences, remarks, reading.Sha256, keyId, edition);
    }

    private static IEnumerable<string> Content(Edition edition, Func<string, byte[]?>? previous, List<string> remarks)
    {
        string sha256 = EditionFile.Sha256(Encoding.UTF8.GetBytes(edition.Set.Yaml));
        if (sha256 != edition.Set.Sha256)
            return [$"set: SHA-256 is {edition.Set.Sha256}, where the set it carries has {sha256}"];
        var set = SetFile.Parse(edition.Set.Yaml, $"{edition.Set.Code}/{edition.Set.Year}.yaml");
        if (set.Set is null)
            return [$"set: {set.Faults.Select(fault => fault.ToString()).FirstOrDefault()}"];
        if (edition.Targets is null && set.Set.Indicators().Any(node => node.Indicator!.Targets.Count > 0))
            remarks.Add("the set has targets, and the edition does not follow them");
        try
        {
            var scores = EditionDifferences.Of(edition, EditionCompute.Compute(EditionInputs.Of(edition, set.Set)));
            var beside = EditionsBeside.Of(edition, set.Set, previous, remarks);
            if (beside.Faults.Count > 0)
                return [.. scores, .. beside.Faults];
            return
            [
                .. scores,
                .. ComparisonCheck.Differences(edition, set.Set, beside),
                .. ForecastCheck.Differences(edition, set.Set, remarks),
                .. TargetCheck.Differences(edition, set.Set, [.. beside.Found.Select(year => year.Past)], remarks),
            ];
        }
        catch (EditionException fault)
        {
            return [$"inputs: {fault.Faults[0]}"];
        }
    }

    private static string[] Signature(byte[] file, byte[]? bytes, EditionKeySet? trusted, List<string> remarks, out string? keyId)
    {
        keyId = null;
        if (bytes is null)
            return ["signature: there is none; it belongs beside the file as <file>.sig"];
        if (EditionSignature.Read(bytes) is not { } signature)
            return ["signature: the file is not a signature document {\"alg\",\"jwk\",\"kid\",\"sha256\",\"signature\"}"];
        keyId = signature.Kid;
        string? fault = signature.Fault(file, trusted, out string? remark);
        if (remark is not null)
            remarks.Add(remark);
        return fault is null ? [] : [fault];
    }

    private static IEnumerable<string> NotRecomputed(Edition edition)
    {
        if (edition.Uncertainty is null && edition.Ranking.Any(row => row is not { RankLow: null, RankMedian: null, RankHigh: null, Tier: null }))
            yield return "rank intervals are signed but not computed again";
    }
}
