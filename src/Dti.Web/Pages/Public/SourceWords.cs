using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Explanations;
using Dti.Scoring.Quarters;
using Dti.Scoring.Sets;
using Dti.Web.Components;

namespace Dti.Web.Pages.Public;

/// <summary>Where a year's figure came from and whether it was verified, by the layers of the quarters that it was really made of.</summary>
internal static class SourceWords
{
    /// <param name="operand">The figure with its quarters, oldest first.</param>
    /// <param name="rule">Of the last quarter only that one is spoken of.</param>
    public static string Of(OperandExplanation operand, QuarterRule rule)
    {
        var made = operand.Cells.Where(cell => cell.ValueOf(cell.Counted) is not null).ToList();
        if (made.Count == 0)
            return operand.Input is { } input ? Words.From(input.From) : "";
        string[] each = [.. (rule is QuarterRule.Last ? made[^1..] : made).Select(cell => Of(cell, operand.Input)).Distinct()];
        return each.Length == 1 ? each[0] : $"tùy quý: {string.Join("; ", each)}";
    }

    private static string Of(EditionInput cell, Input? input)
    {
        bool measured = cell.Measured is not null && (cell.Self is null || input?.From.Kind is InputSourceKind.Metric);
        string source = measured ? "hệ thống đo" : input?.From is { Kind: not InputSourceKind.Metric } from ? Words.From(from) : "đơn vị báo cáo";
        return cell.Counted switch
        {
            Layer.Measured => input?.From is { Kind: InputSourceKind.System } own ? Words.From(own) : "hệ thống đo",
            Layer.Self => $"{source}, chưa thẩm định",
            _ when cell is { Self: null, Measured: null } => "người thẩm định ghi",
            _ when cell.Verified == (measured ? cell.Measured : cell.Self) => $"{source}, đã thẩm định",
            _ => $"{source}, thẩm định đã sửa lại",
        };
    }
}
