using Dti.Assessment.Editions.Comparisons;
using Dti.Reports.Charts;
using Dti.Reports.Formatting;

namespace Dti.Reports.Rankings;

/// <summary>The four causes of a change between years in words, the same on paper and on screen.</summary>
public static class ChangeText
{
    /// <summary>Each with a head for narrow columns, which <see cref="Heads"/> explains.</summary>
    public static IReadOnlyList<(string Cause, string Head, Func<ChangeParts, double> Part)> Causes { get; } =
    [
        ("Số liệu của chính đơn vị", "Tự thân", parts => parts.OwnInputs),
        ("Số liệu của các đơn vị khác", "Đơn vị khác", parts => parts.OthersInputs),
        ("Phương pháp: bộ chỉ số, điểm, quy tắc", "Phương pháp", parts => parts.Method),
        ("Đơn vị mới vào, rời đi, đổi khối", "Vào, ra", parts => parts.EntryAndExit),
    ];

    /// <summary>What the narrow heads stand for.</summary>
    public static string Heads => string.Join("; ", Causes.Select(cause => $"“{cause.Head}”: {Meaning(cause.Cause)}")) + ".";

    private static string Meaning(string cause) =>
        cause.Split(": ") is [_, var told] ? told : char.ToLowerInvariant(cause[0]) + cause[1..];

    /// <summary>Points with their sign: <c>+2,10</c>, <c>−0,50</c>, <c>0,00</c>.</summary>
    public static string Points(double change, int decimals)
    {
        string size = VietnameseFormat.Number(Math.Abs(change), decimals), none = VietnameseFormat.Number(0, decimals);
        return size == none ? none : (change > 0 ? "+" : "−") + size;
    }

    /// <summary>A change of rank as a signed number is one of places gained, so that plus is good beside it and in the bars.</summary>
    public static double PlacesGained(double change) => 0 - change;

    /// <summary>A change of rank as a move: −1.5 is <c>lên 1,5</c>, 2 is <c>xuống 2</c>, 0 is <c>giữ nguyên</c>.</summary>
    public static string Ranks(double change)
    {
        // Twelfths of a rank are what the decomposition has; two decimals tell them apart.
        double size = Math.Round(Math.Abs(change), 2, MidpointRounding.AwayFromZero);
        return size == 0 ? "giữ nguyên" : $"{(change < 0 ? "lên" : "xuống")} {VietnameseFormat.Plain(size)}";
    }

    /// <summary>Bars of a change of rank: to the right is up.</summary>
    public static IReadOnlyList<SignedBar> RankBars(ChangeParts parts) =>
        [.. Causes.Select(cause => new SignedBar(cause.Cause, PlacesGained(cause.Part(parts)), Ranks(cause.Part(parts))))];

    public static IReadOnlyList<SignedBar> PointBars(ChangeParts parts, int decimals) =>
        [.. Causes.Select(cause => new SignedBar(cause.Cause, cause.Part(parts), Points(cause.Part(parts), decimals)))];
}
