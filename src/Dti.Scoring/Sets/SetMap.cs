namespace Dti.Scoring.Sets;

/// <summary>
/// How the inputs of an earlier set become this set's, so that its year can be scored again under this set (a back-cast). A key of
/// <see cref="CodeMap"/> is the code of an indicator or normalised leaf, which stands for every input of the same id, or one input as
/// <c>&lt;code&gt;.&lt;input&gt;</c>. Between two indicators of one input each, the ids need not be the same.
/// </summary>
/// <param name="Set">Code of the earlier set; often this set's own.</param>
/// <param name="Year">Its year.</param>
/// <param name="Codes">Old key to new key; no new input is reached twice.</param>
/// <param name="Options">By column of this set (a choice): the earlier set's option to this set's, where their codes differ.</param>
/// <param name="Unmapped">Keys of the earlier set that have no successor, said on purpose.</param>
public sealed record SetMap(
    string Set, int Year, IReadOnlyList<CodeMap> Codes,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Options, IReadOnlyList<string> Unmapped);

/// <summary>An old key and the new one it becomes.</summary>
public sealed record CodeMap(string From, string To);
