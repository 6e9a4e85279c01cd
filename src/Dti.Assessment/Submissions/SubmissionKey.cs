namespace Dti.Assessment.Submissions;

/// <summary>Grain key <c>&lt;round&gt;/&lt;unit&gt;/&lt;quarter&gt;</c>.</summary>
public readonly record struct SubmissionKey(string Round, string Unit, string Quarter)
{
    public static SubmissionKey Parse(string key) => key.Split('/') is [var round, var unit, var quarter]
        ? new(round, unit, quarter)
        : throw new ArgumentException($"'{key}' is not <round>/<unit>/<quarter>.", nameof(key));

    public override string ToString() => $"{Round}/{Unit}/{Quarter}";
}
