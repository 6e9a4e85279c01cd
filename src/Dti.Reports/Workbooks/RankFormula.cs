using System.Globalization;
using ClosedXML.Excel;
using Dti.Reports.Rankings;
using Dti.Scoring.Sets;

namespace Dti.Reports.Workbooks;

/// <summary>
/// The rank as a count over the group's rounded totals, where ties are judged on those: how many are better, plus one. Dense ranks
/// and ranks on unrounded totals are the edition's own figures, since a worksheet's comparison goes through 15 digits.
/// </summary>
internal static class RankFormula
{
    public static void Fill(IXLCell cell, int row, int first, int last, RowView unit, RankingRule rule)
    {
        string score = $"{ScoreCells.Letter(RankingSheet.Rounded)}{row}";
        string scores = string.Create(CultureInfo.InvariantCulture, $"${ScoreCells.Letter(RankingSheet.Rounded)}${first}:${ScoreCells.Letter(RankingSheet.Rounded)}${last}");
        string better = $"COUNTIF({scores},\">\"&{score})";
        string equal = $"COUNTIF({scores},{score})";
        string? formula = rule switch
        {
            { Rounding: RankRounding.After } => null,
            { Ties: Ties.Min } => $"{better}+1",
            { Ties: Ties.Max } => $"{better}+{equal}",
            { Ties: Ties.Average } => $"{better}+({equal}+1)/2",
            _ => null,
        };
        if (formula is null)
            cell.Number(unit.Rank, SheetStyle.Plain);
        else
            cell.Formula(formula, rule.Ties is Ties.Average ? "0.0" : "0");
    }
}
