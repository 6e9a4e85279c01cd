namespace Dti.Scoring.Scores;

/// <summary>Input that the set's method cannot score; names the place and the mend.</summary>
public sealed class ScoringException(string code, string message) : Exception(message)
{
    /// <summary>Stable code, for example <c>constant-column</c>.</summary>
    public string Code { get; } = code;
}
