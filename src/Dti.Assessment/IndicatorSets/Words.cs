using System.Text;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>The language's words for an enum: <c>GroupMean</c> is <c>group_mean</c>.</summary>
internal static class Words<T> where T : struct, Enum
{
    public static IReadOnlyDictionary<string, T> All { get; } =
        Enum.GetValues<T>().Where(IsSaid).ToDictionary(Spell);

    // Submission times are the system's own input; a set cannot ask for one.
    private static bool IsSaid(T value) => value is not InputType.Timeliness;

    private static string Spell(T value)
    {
        if (value is NormaliseKind.ZScore)
            return "zscore";
        var word = new StringBuilder();
        foreach (char letter in value.ToString())
        {
            if (char.IsUpper(letter) && word.Length > 0)
                word.Append('_');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }
}
