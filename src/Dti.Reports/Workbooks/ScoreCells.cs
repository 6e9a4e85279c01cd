using ClosedXML.Excel;
using Dti.Reports.Rankings;

namespace Dti.Reports.Workbooks;

/// <summary>Where the scores stand, for formulas of other sheets. References are absolute, so that sorting a sheet does not move them.</summary>
internal sealed class ScoreCells(string sheet, int firstLeaf, int leaves, RankingView view)
{
    public int Leaves => leaves;
    public int Sum { get; } = firstLeaf + leaves;
    public int Maximum => Sum + 1;
    public int Factor => Sum + 2;
    public int Total => Sum + 3;
    public Dictionary<string, int> Rows { get; } = [];
    public Dictionary<string, (int First, int Last)> Families { get; } = [];
    public RankingView View => view;

    /// <summary>All indicators of a row of the scores' own sheet.</summary>
    public string Range(int row) => $"{Letter(firstLeaf)}{row}:{Letter(Sum - 1)}{row}";

    public string TotalOf(string unit) => $"'{sheet}'!${Letter(Total)}${Rows[unit]}";

    public string? FamilyOf(string unit, string family) => Families.TryGetValue(family, out var columns)
        ? $"SUM('{sheet}'!${Letter(columns.First)}${Rows[unit]}:${Letter(columns.Last)}${Rows[unit]})"
        : null;

    public static string Letter(int column) => XLHelper.GetColumnLetterFromNumber(column);
}
