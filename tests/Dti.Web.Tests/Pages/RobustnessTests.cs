using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Dti.Assessment.Editions;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Submissions;
using Dti.Reports.Printing;
using Dti.Reports.Rankings;
using Dti.Scoring.Quarters;
using Dti.Web.Pages.Public;
using Dti.Web.Pages.Public.Robustness;

namespace Dti.Web.Tests.Pages;

/// <summary>A group of 130 communes, as the province has them: the matrix is read in windows, and the draws are run once.</summary>
public sealed class RobustnessTests
{
    private const int Communes = 130;

    private const string Yaml = """
        set: mau
        year: 2026
        title: { vi: "Bộ chỉ số mẫu" }
        groups:
          - { code: xa, name: { vi: "Xã, phường" } }
        nodes:
          - { code: "1", name: { vi: "Dữ liệu mở" }, points: 50, inputs: [{ id: x, type: number, from: self }], rule: { linear: { of: x, from: 0, to: 10 } } }
          - { code: "2", name: { vi: "Kết nối" }, points: 50, inputs: [{ id: x, type: number, from: self }], rule: { linear: { of: x, from: 0, to: 10 } } }
        """;

    private static readonly Lazy<OpenEdition> Open = new(Publish);
    private static readonly Lazy<EditionRobustness> Firm = new(() => EditionRobustness.Compute(Open.Value.Edition, Open.Value.Set)!);

    [Fact]
    public async Task Every_pair_of_neighbours_stands_in_one_of_the_matrix_windows()
    {
        var together = new HashSet<int>();
        var starts = new Queue<int>([0]);
        var seen = new HashSet<int> { 0 };
        while (starts.TryDequeue(out int start))
        {
            string html = await Matrix(start);
            int[] places = [.. Regex.Matches(html, "<th scope=\"row\" class=\"name\">(\\d+)\\. ").Select(row => int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture))];
            places.Length.ShouldBeInRange(2, 40);
            Regex.Count(html, "<td").ShouldBe(places.Length * places.Length);
            together.UnionWith(places.SkipLast(1).Where(place => places.Contains(place + 1)));
            foreach (Match link in Regex.Matches(html, "href=\"#(\\d+)\""))
                if (int.Parse(link.Groups[1].Value, CultureInfo.InvariantCulture) is var next && seen.Add(next))
                    starts.Enqueue(next);
        }
        together.Count.ShouldBe(Communes - 1);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(1_000_000_000)]
    public async Task A_window_that_is_none_shows_the_nearest(int from) => (await Matrix(from)).ShouldContain("<th scope=\"row\"");

    [Fact]
    public async Task An_edition_is_drawn_once_however_many_ask()
    {
        using var shelf = new RobustnessShelf();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => shelf.FindAsync(Open.Value, CancellationToken.None)));
        while (!answers[0].Ready)
            answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => shelf.FindAsync(Open.Value, CancellationToken.None)));
        var first = answers[0].Value.ShouldNotBeNull();
        foreach (var (_, value) in answers)
            value.ShouldBeSameAs(first);
    }

    [Fact]
    public void The_published_intervals_come_out_again_on_any_number_of_threads()
    {
        foreach (int threads in (int[])[1, 3])
        {
            var firm = EditionRobustness.Compute(Open.Value.Edition, Open.Value.Set, threads)!;
            var group = firm.Groups.ShouldHaveSingleItem();
            group.Units.Select(unit => (unit.Unit, (double?)unit.Drawn.Low, (double?)unit.Drawn.High, (string?)unit.Drawn.Tier))
                .ShouldBe(Open.Value.Edition.Ranking.Select(row => (row.Unit, row.RankLow, row.RankHigh, row.Tier)));
            group.Sensitivity!.Indices.ShouldBe(Firm.Value.Groups[0].Sensitivity!.Indices);
        }
    }

    private static async Task<string> Matrix(int from) => WebUtility.HtmlDecode(await HtmlDocuments.RenderAsync<RobustnessMatrix>(new Dictionary<string, object?>
    {
        [nameof(RobustnessMatrix.Open)] = Open.Value,
        [nameof(RobustnessMatrix.View)] = Open.Value.View.Groups[0],
        [nameof(RobustnessMatrix.Group)] = Firm.Value.Groups[0],
        [nameof(RobustnessMatrix.From)] = from,
        [nameof(RobustnessMatrix.Href)] = (Func<int, string>)(place => FormattableString.Invariant($"#{place}")),
    }));

    private static OpenEdition Publish()
    {
        var set = SetFile.Parse(Yaml, "mau.yaml").Set!;
        var random = new Random(130);
        EditionUnit[] units = [.. Enumerable.Range(1, Communes).Select(number => new EditionUnit(FormattableString.Invariant($"xa-{number}"), FormattableString.Invariant($"Xã số {number}"), null, "xa", "", true))];
        var edition = EditionCompute.Compute(new EditionInputs
        {
            Set = set,
            SetYaml = Yaml,
            SetSha256 = EditionFile.Sha256(Encoding.UTF8.GetBytes(Yaml)),
            Units = units,
            Cells = [.. units.SelectMany(unit => new[] { "1", "2" }.Select(key => new EditionInput { Unit = unit.Code, Key = key, Quarter = "q4", Verified = InputValue.Of(random.Next(0, 101) / 10.0), Counted = Layer.Verified }))],
            Forecast = new() { Year = 2027, Reason = "Chưa đủ số năm." },
            Number = 1,
            PublishedAt = new DateTimeOffset(2027, 1, 5, 9, 0, 0, TimeSpan.FromHours(7)),
            PublishedBy = "soict",
            Publisher = new("Ủy ban nhân dân tỉnh Nghệ An", "Sở Khoa học và Công nghệ", "Nghệ An", "Giám đốc"),
            SoftwareVersion = "0.1.0",
            Uncertainty = new(500, 7),
        });
        return new(edition, set, "sha");
    }
}
