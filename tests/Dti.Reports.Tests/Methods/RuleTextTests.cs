using Dti.Reports.Methods;
using Dti.Reports.Tests.Samples;
using Dti.Scoring.Sets;

namespace Dti.Reports.Tests.Methods;

public sealed class RuleTextTests
{
    private static readonly Operand _a = new("1.1", "a");
    private static readonly Operand _b = new("1.1", "b");
    private static readonly Operand _c = new("1.1", "c");
    private static readonly Operand _d = new("1.1", "d");

    private static Indicator Indicator(Rule rule) => new()
    {
        Points = 10,
        Inputs =
        [
            new() { Id = "a", Type = InputType.Count, From = new(InputSourceKind.Self), Name = new("số bộ dữ liệu đã công bố") },
            new() { Id = "b", Type = InputType.Choice, From = new(InputSourceKind.Self), Name = new("số bộ dữ liệu trong danh mục"), Options = [new("co-ban", new("Cơ bản"))] },
            new() { Id = "c", Type = InputType.Percent, Unit = "%", From = new(InputSourceKind.Self), Name = new("độ phủ") },
            new() { Id = "d", Type = InputType.Count, Unit = "tháng", From = new(InputSourceKind.Self), Name = new("thời hạn") },
        ],
        Rule = rule,
    };

    public static TheoryData<Rule, string> Rules => new()
    {
        { new RatioRule(_a, _b), "10 × min(1; số bộ dữ liệu đã công bố ÷ số bộ dữ liệu trong danh mục); mẫu số bằng 0: 0 điểm" },
        { new RatioRule(_a, _b, 0.75, 0.5, WhenEmpty.Full), "10 × min(1; số bộ dữ liệu đã công bố ÷ số bộ dữ liệu trong danh mục); từ 75% trở lên được trọn điểm; dưới 50% được 0 điểm; mẫu số bằng 0: trọn điểm" },
        { new RatioRule(_a, _b, 1, 1, WhenEmpty.Exclude), "10 điểm × tỷ lệ đạt: số bộ dữ liệu đã công bố ÷ số bộ dữ liệu trong danh mục: đạt 100% được trọn điểm; chưa đạt: 0%; mẫu số bằng 0: không tính chỉ số này" },
        { new YesNoRule(_a), "10 điểm × tỷ lệ đạt: “số bộ dữ liệu đã công bố” là có: 100%; không: 0%" },
        { new ChoiceRule(_b, new Dictionary<string, double> { ["co-ban"] = 0.5 }), "10 điểm × tỷ lệ đạt: số bộ dữ liệu trong danh mục: Cơ bản: 50%" },
        { new StepsRule(_a, [new(1, 0.25), new(5, 1)]), "10 điểm × tỷ lệ đạt: số bộ dữ liệu đã công bố: từ 1: 25%; từ 5: 100%; thấp hơn: 0%" },
        { new LinearRule(_a, 12, 6), "10 điểm × tỷ lệ đạt: số bộ dữ liệu đã công bố: từ 12 trở lên: 0%; từ 6 trở xuống: 100%; ở giữa tính theo tỷ lệ" },
        { new LinearRule(_a, 2, 0), "10 điểm × tỷ lệ đạt: số bộ dữ liệu đã công bố: từ 2 trở lên: 0%; bằng 0: 100%; ở giữa tính theo tỷ lệ" },
        { new LinearRule(_a, 0, 3), "10 điểm × tỷ lệ đạt: số bộ dữ liệu đã công bố: bằng 0: 0%; từ 3 trở lên: 100%; ở giữa tính theo tỷ lệ" },
        { new LinearRule(_a, 5, 5), "10 điểm × tỷ lệ đạt: số bộ dữ liệu đã công bố: từ 5 trở lên: 100%; thấp hơn: 0%" },
        { new LinearRule(_c, 40, 90), "10 điểm × tỷ lệ đạt: độ phủ: từ 40% trở xuống: 0%; từ 90% trở lên: 100%; ở giữa tính theo tỷ lệ" },
        { new StepsRule(_d, [new(6, 1)]), "10 điểm × tỷ lệ đạt: thời hạn: từ 6 tháng: 100%; thấp hơn: 0%" },
        { new ChecklistRule([_a, _b], 2), "10 × min(1; số mục “có” ÷ 2) (đủ cả 2 mục được trọn điểm), xét 2 mục: số bộ dữ liệu đã công bố; số bộ dữ liệu trong danh mục" },
        { new ChecklistRule([_a, _b], 1), "10 × min(1; số mục “có” ÷ 1) (đủ 1 trong 2 mục được trọn điểm), xét 2 mục: số bộ dữ liệu đã công bố; số bộ dữ liệu trong danh mục" },
        { new TimelinessRule(1, 0.5, 0), "10 điểm × tỷ lệ đạt: trung bình các quý phải báo cáo; báo cáo đúng hạn: 100%; chậm: 50%; không có: 0%" },
        { new ByDateRule(_a, new(2025, 6, 30), new(2025, 12, 31)), "10 điểm × tỷ lệ đạt: số bộ dữ liệu đã công bố: đến hết 30/06/2025: 100%; từ 31/12/2025: 0%; ở giữa giảm đều từng ngày" },
        { new RelativeRule(_a), "10 × số bộ dữ liệu đã công bố ÷ giá trị cao nhất trong khối; giá trị cao nhất bằng 0: 0 điểm" },
        { new SumRule([new(0.4, new YesNoRule(_a)), new(0.6, new YesNoRule(_b))]), "10 × (0,4 × [“số bộ dữ liệu đã công bố” là có: 100%; không: 0%] + 0,6 × [“số bộ dữ liệu trong danh mục” là có: 100%; không: 0%])" },
        { new AllRule([new YesNoRule(_a)]), "10 × giá trị nhỏ nhất của ([“số bộ dữ liệu đã công bố” là có: 100%; không: 0%])" },
        { new AnyRule([new YesNoRule(_a)]), "10 × giá trị lớn nhất của ([“số bộ dữ liệu đã công bố” là có: 100%; không: 0%])" },
        // Within another rule there are no points to speak of, and what is excluded is passed over.
        { new TimesRule([new ChecklistRule([_a, _b], 2), new RatioRule(_a, _b, 0.8, 0.5, WhenEmpty.Exclude)]), "10 × [min(1; số mục “có” ÷ 2) (đủ cả 2 mục tính là 100%), xét 2 mục: số bộ dữ liệu đã công bố; số bộ dữ liệu trong danh mục] × [min(1; số bộ dữ liệu đã công bố ÷ số bộ dữ liệu trong danh mục); từ 80% trở lên tính là 100%; dưới 50% tính là 0%; mẫu số bằng 0: bỏ qua phần này]" },
        { new AnyRule([new RatioRule(_a, _b, 1, 1), new RelativeRule(_a, WhenEmpty.Full)]), "10 × giá trị lớn nhất của ([số bộ dữ liệu đã công bố ÷ số bộ dữ liệu trong danh mục: đạt 100%: 100%; chưa đạt: 0%; mẫu số bằng 0: 0%]; [số bộ dữ liệu đã công bố ÷ giá trị cao nhất trong khối; giá trị cao nhất bằng 0: 100%])" },
        { new TimesRule([new YesNoRule(_a), new YesNoRule(_b)]), "10 × [“số bộ dữ liệu đã công bố” là có: 100%; không: 0%] × [“số bộ dữ liệu trong danh mục” là có: 100%; không: 0%]" },
    };

    [Theory]
    [MemberData(nameof(Rules), DisableDiscoveryEnumeration = true)]
    public void Each_rule_has_its_words(Rule rule, string words) => RuleText.Describe(rule, Indicator(rule)).ShouldBe(words);

    [Fact]
    public void Every_kind_of_rule_is_tried_here() =>
        Rules.Select(row => ((Rule)row[0]).GetType()).Distinct().Count()
            .ShouldBe(typeof(Rule).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(Rule))));

    [Fact]
    public void An_input_of_another_indicator_is_named_with_its_code()
    {
        var set = SampleSet.Make();
        var node = set.Indicators().First(node => node.Code == "1.2") with { Code = "x" };
        var other = node with { Indicator = node.Indicator! with { Rule = new RatioRule(new("x", "a"), new("2.1", "b")) } };
        RuleText.Describe(set with { Nodes = [.. set.Nodes, other] }, other).ShouldContain("số bộ dữ liệu trong danh mục (chỉ số 2.1)");
    }
}
