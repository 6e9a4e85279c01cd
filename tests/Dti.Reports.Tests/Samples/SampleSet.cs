using Dti.Scoring.Sets;

namespace Dti.Reports.Tests.Samples;

/// <summary>Six families, 34 scored indicators and one that is only collected, 1,000 points; every kind of rule is there.</summary>
internal static class SampleSet
{
    private static readonly (string Name, string[] Indicators)[] _families =
    [
        ("Dữ liệu mở", ["Danh mục dữ liệu mở được ban hành", "Tỷ lệ bộ dữ liệu đã công bố", "Bộ dữ liệu có giấy phép mở", "Bộ dữ liệu máy đọc được", "Bộ dữ liệu được cập nhật đúng hạn", "Chất lượng siêu dữ liệu"]),
        ("Hoàn thiện cơ sở dữ liệu chuyên ngành và địa phương", ["Danh mục cơ sở dữ liệu", "Tỷ lệ cơ sở dữ liệu đã xây dựng", "Số hoá hồ sơ, kết quả", "Cập nhật dữ liệu", "Quy chế khai thác", "Quản trị dữ liệu chủ"]),
        ("Khả năng kết nối, chia sẻ dữ liệu", ["Dịch vụ đã kết nối", "Dịch vụ đã công bố", "Số cơ quan khai thác", "Tỷ lệ giao dịch thành công", "Tài liệu kỹ thuật", "Kết nối qua trục liên thông"]),
        ("Dữ liệu lớn và phân tích", ["Kế hoạch dữ liệu lớn", "Bài toán phân tích", "Dữ liệu đưa vào kho", "Khai thác kho dữ liệu", "Báo cáo phân tích"]),
        ("Thể chế, tổ chức và nhân lực dữ liệu", ["Lãnh đạo và đầu mối dữ liệu", "Kế hoạch dữ liệu năm", "Đào tạo cán bộ", "Báo cáo đúng hạn", "Phổ cập kỹ năng", "Diễn tập"]),
        ("Bảo đảm an toàn dữ liệu", ["Phê duyệt cấp độ", "Bảo vệ bốn lớp", "Rà quét lỗ hổng", "Sao lưu", "Diễn tập ứng cứu"]),
    ];

    public static IndicatorSet Make(NotApplicable notApplicable = NotApplicable.Rescale, RankingRule? ranking = null) => new()
    {
        Code = "mau",
        Year = 2025,
        Title = new("Bộ chỉ số mẫu phát triển dữ liệu", "Data development index (sample)"),
        Kind = SetKind.Points,
        Groups = [new("so", new("Sở, ban, ngành")), new("huyen", new("UBND cấp huyện"))],
        Ranking = ranking ?? new(),
        NotApplicable = notApplicable,
        Nodes = [.. _families.Select((family, index) => Family(index + 1, family.Name, family.Indicators))],
    };

    private static Node Family(int number, string name, string[] indicators)
    {
        Node[] leaves = [.. indicators.Select((title, index) => Leaf(number, index + 1, title))];
        return new Node
        {
            Code = $"{number}",
            Name = new(name),
            Children = number == 1 ? [.. leaves, Collected()] : leaves,
        };
    }

    private static Node Leaf(int family, int number, string title)
    {
        string code = $"{family}.{number}";
        Input a = new() { Id = "a", Type = InputType.Count, From = new(InputSourceKind.Self), Name = new(char.ToLowerInvariant(title[0]) + title[1..]) };
        Input b = a with { Id = "b", Name = new("số bộ dữ liệu trong danh mục") };
        return new Node
        {
            Code = code,
            Name = new(title),
            Source = "142/QĐ-TTg, III.2",
            Indicator = new Indicator
            {
                Points = code is "6.4" or "6.5" ? 20 : 30,
                Groups = code is "4.5" ? ["so"] : [],
                Inputs = [a, b],
                Rule = RuleOf(code, (family * 6 + number) % 8),
            },
        };
    }

    private static Rule RuleOf(string code, int kind)
    {
        Operand a = new(code, "a"), b = new(code, "b");
        return kind switch
        {
            0 => new YesNoRule(a),
            1 => new RatioRule(a, b),
            2 => new RatioRule(a, b, FullAt: 0.75),
            3 => new StepsRule(a, [new(1, 0.25), new(5, 1)]),
            4 => new LinearRule(a, 10, 0),
            5 => new ChecklistRule([a, b], 2),
            6 => new ByDateRule(a, new(2025, 6, 30), new(2025, 12, 31)),
            _ => new SumRule([new(0.4, new YesNoRule(a)), new(0.6, new RelativeRule(b))]),
        };
    }

    private static Node Collected() => new()
    {
        Code = "1.7",
        Name = new("Số lượt tải bộ dữ liệu (chỉ thu thập)"),
        Indicator = new Indicator
        {
            Points = 0,
            Scored = false,
            Inputs = [new() { Id = "n", Type = InputType.Count, From = new(InputSourceKind.Self), Name = new("số lượt tải") }],
            Rule = new RelativeRule(new("1.7", "n")),
        },
    };
}
