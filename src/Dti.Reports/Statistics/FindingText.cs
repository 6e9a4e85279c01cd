using Dti.Assessment.Editions;
using Dti.Reports.Formatting;
using Dti.Scoring.Statistics;

namespace Dti.Reports.Statistics;

/// <summary>What an audit would say of a group, drafted in Vietnamese for the method's owner: one remark a rule, with the set's own numbers.</summary>
public static class FindingText
{
    /// <summary>One a rule that something breaks, in the rules' order.</summary>
    public static IReadOnlyList<Remark> Remarks(GroupStatistics group) =>
        [.. group.Findings.GroupBy(finding => finding.Rule).Select(rule => Of(group, rule.Key, [.. rule]))];

    /// <summary>How large r must be for 5 % significance with so many units (Fisher's z: tanh(1,96 / √(n − 3))), two decimals.</summary>
    public static double CriticalCorrelation(int units) => Math.Round(Math.Tanh(1.959964 / Math.Sqrt(Math.Max(1, units - 3))), 2);

    /// <summary>The units that make an indicator's scores skewed: "Sở Y tế, Sở Tư pháp".</summary>
    public static string Outliers(LeafStatistics leaf, Edition edition) => string.Join(", ", leaf.Outliers.Select(row => edition.Units[row].NameVi));

    private static Remark Of(GroupStatistics group, AuditRule rule, IReadOnlyList<Finding> findings)
    {
        int units = findings.Max(finding => finding.Units);
        var (title, because, advice) = Words(rule, units);
        return new(rule, title, because, [.. findings.Select(finding => new RemarkItem(group.Plan.Nodes[finding.Node].Code, Name(group, finding.Node), Figure(group, finding)))], advice, SourceOf(rule));
    }

    private static (string Title, string Because, string Advice) Words(AuditRule rule, int units) => rule switch
    {
        AuditRule.TellsNothingApart => ("Không phân biệt được các đơn vị", $"Từ {Limit(rule)} đơn vị trở lên có cùng một mức điểm (n = {units}).", "Cân nhắc nâng ngưỡng, chia mức chi tiết hơn hoặc chuyển sang chỉ theo dõi, không tính điểm."),
        AuditRule.LowCoverage => ("Thiếu số liệu", $"Dưới {Limit(rule)} đơn vị thuộc diện áp dụng có số liệu.", "Cân nhắc đơn giản hoá cách thu thập hoặc chưa tính điểm cho tới khi đủ số liệu."),
        AuditRule.Outliers => ("Giá trị ngoại lai", $"|Độ lệch| trên 2 và độ nhọn trên 3,5 (n = {units}): vài đơn vị kéo lệch cả cột.", "Kiểm tra lại số liệu của đơn vị nêu tên; nếu đúng, cân nhắc chặn giá trị hoặc lấy lô-ga-rít."),
        AuditRule.Contradicts => ("Đi ngược nhóm của mình", $"Tương quan với điểm của nhóm là số âm (n = {units}{Critical(units)}).", "Xem lại chiều của chỉ số, cách tính, hoặc chuyển chỉ số sang nhóm khác."),
        AuditRule.WeakLink => ("Ít gắn với nhóm của mình", $"Tương quan với điểm của nhóm từ 0 đến dưới {Limit(rule)} (n = {units}{Critical(units)}).", "Cân nhắc xem chỉ số có đo cùng một việc với nhóm hay không."),
        AuditRule.OtherNode => ("Gắn với nhóm khác hơn nhóm của mình", $"Tương quan với nhóm khác lớn hơn với nhóm của mình từ {Limit(rule)} trở lên (n = {units}{Critical(units)}).", "Cân nhắc chuyển nhóm, hoặc nêu rõ lý do nội dung để giữ."),
        AuditRule.Redundant => ("Trùng lặp", $"Hai chỉ số tương quan trên {Limit(rule)} (n = {units}): có thể là một việc được tính điểm hai lần, hoặc hai việc thường đi cùng nhau; xem nội dung hai chỉ số rồi hãy kết luận.", "Cân nhắc gộp hai chỉ số hoặc giảm trọng số."),
        AuditRule.LowConsistency => ("Nhóm thiếu nhất quán", $"Hệ số alpha Cronbach chuẩn hoá dưới {Limit(rule)}: các thành phần của nhóm không cùng tăng giảm.", "Nhóm gồm những việc khác nhau là chấp nhận được nếu có chủ ý; nếu không, xem lại cách chia nhóm."),
        AuditRule.Underweight => ("Tác động nhỏ hơn nhiều so với trọng số", $"Phần tác động thực tế đến tổng điểm chưa bằng một nửa trọng số (n = {units}).", "Điểm của nhóm ít chênh lệch giữa các đơn vị; cân nhắc ngưỡng điểm trước khi tăng trọng số."),
        _ => ("Tác động lớn hơn nhiều so với trọng số", $"Phần tác động thực tế đến tổng điểm trên hai lần trọng số (n = {units}).", "Thứ hạng do nhóm này quyết định là chính; cân nhắc giảm trọng số hoặc chia nhỏ."),
    };

    private static string Figure(GroupStatistics group, Finding finding) => finding.Rule switch
    {
        AuditRule.TellsNothingApart => $"{Percent(finding.Value)} cùng một mức" + (finding.Beside is { } full ? $", {Percent(full)} đạt điểm tối đa" : ""),
        AuditRule.LowCoverage => $"{VietnameseFormat.Number(finding.Beside, 0)}/{VietnameseFormat.Number(finding.Units, 0)} đơn vị có số liệu ({Percent(finding.Value)})",
        AuditRule.Outliers => $"độ lệch {VietnameseFormat.Number(finding.Value, 2)}, độ nhọn {VietnameseFormat.Number(finding.Beside, 2)}",
        AuditRule.Contradicts or AuditRule.WeakLink => $"r = {VietnameseFormat.Number(finding.Value, 2)}",
        AuditRule.OtherNode => $"r = {VietnameseFormat.Number(finding.Value, 2)} với nhóm {group.Plan.Nodes[finding.Other!.Value].Code}, {VietnameseFormat.Number(finding.Beside, 2)} với nhóm của mình",
        AuditRule.Redundant => $"r = {VietnameseFormat.Number(finding.Value, 2)} với {group.Plan.Nodes[finding.Other!.Value].Code} {Name(group, finding.Other.Value)}",
        AuditRule.LowConsistency => $"alpha = {VietnameseFormat.Number(finding.Value, 2)}, {VietnameseFormat.Number(finding.Beside, 0)} thành phần, n = {VietnameseFormat.Number(finding.Units, 0)}",
        _ => $"tác động {Percent(finding.Value)}, trọng số {Percent(finding.Beside!.Value)}",
    };

    private static string SourceOf(AuditRule rule) =>
        Audit.LimitOf(rule) is { IsOwnChoice: true } own ? $"{own.Source}; ngưỡng do phần mềm này chọn" : Audit.LimitOf(rule).Source;

    private static string Limit(AuditRule rule) => rule is AuditRule.TellsNothingApart or AuditRule.LowCoverage
        ? Percent(Audit.LimitOf(rule).Limit) : VietnameseFormat.Plain(Audit.LimitOf(rule).Limit);

    private static string Critical(int units) => $"; với n này, |r| dưới {VietnameseFormat.Number(CriticalCorrelation(units), 2)} có thể chỉ là ngẫu nhiên";

    private static string Percent(double share) => VietnameseFormat.Percent(share, 0);

    private static string Name(GroupStatistics group, int node) => group.Plan.Nodes[node].Node?.Name.Vi ?? "Toàn bộ chỉ số";
}

/// <summary>A draft: what rule, why it is said, of which nodes with their figures, what to consider, and where the rule comes from.</summary>
public sealed record Remark(AuditRule Rule, string Title, string Because, IReadOnlyList<RemarkItem> Items, string Advice, string Source);

public sealed record RemarkItem(string Code, string Name, string Figure);
