using ClosedXML.Excel;
using Dti.Reports.Methods;
using Dti.Reports.Rankings;
using Dti.Scoring.Sets;

namespace Dti.Reports.Workbooks;

/// <summary>
/// A unit's total as a formula over its indicators. The workbook is refused rather than made when no formula gives the edition's
/// own total: a leader must never hold two figures.
/// </summary>
internal static class UnitTotals
{
    private const double Tolerance = 1e-6;

    public static void Fill(IXLWorksheet sheet, int row, string unit, IReadOnlyList<Node> leaves, RankingView view, ScoreCells cells)
    {
        if (view.Score(unit, RankingView.Index)?.Score is not { } total)
            return;
        string format = SheetStyle.Format(view.Decimals);
        if (view.Set.Kind is not SetKind.Points)
        {
            // A composite index is more than a sum (means by level, data thresholds): the edition's figure stands.
            sheet.Cell(row, cells.Total).Number(total, format);
            return;
        }
        var scores = leaves.Select(leaf => view.Score(unit, leaf.Code)).ToArray();
        double sum = scores.Sum(score => score?.Score ?? 0);
        double maximum = leaves.Zip(scores).Sum(pair => pair.Second?.Score is null ? 0 : pair.Second.Maximum ?? pair.First.Indicator!.Points);
        double full = SetPoints.Of(view.Set);

        sheet.Cell(row, cells.Sum).Formula($"SUM({cells.Range(row)})", format);
        sheet.Cell(row, cells.Maximum).Number(maximum, SheetStyle.Plain);
        if (Math.Abs(total - sum) <= Tolerance)
            sheet.Cell(row, cells.Factor).Number(1, "0.000000");
        else if (maximum > 0 && Math.Abs(total - sum * full / maximum) <= Tolerance)
            sheet.Cell(row, cells.Factor).Formula($"${L(cells.Sum)}$6/{L(cells.Maximum)}{row}", "0.000000");
        else
            throw new ReportException("totals-differ", $"Edition {view.Edition.Id}: the total of unit {unit} is neither the sum of its indicators nor that sum rescaled; run ./dti verify on the edition's file.");
        sheet.Cell(row, cells.Total).Formula($"{L(cells.Sum)}{row}*{L(cells.Factor)}{row}", format);
    }

    private static string L(int column) => ScoreCells.Letter(column);
}
