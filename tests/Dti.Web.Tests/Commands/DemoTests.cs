using System.Net;
using System.Net.Sockets;
using System.Text;
using Dti.Assessment.Editions;
using Dti.Assessment.IndicatorSets;
using Dti.Scoring.Sets;
using Dti.Web.Tests.Api;
using Dti.Web.Tests.Processes;
using UglyToad.PdfPig;

namespace Dti.Web.Tests.Commands;

public sealed class DemoTests(DemoRun demo) : IClassFixture<DemoRun>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_demo_leaves_an_edition_reports_and_sign_ins()
    {
        foreach (string file in (string[])[demo.Edition, demo.Edition + ".sig", Path.Combine(demo.Out, "dti-keys.json"), Path.Combine(demo.Out, "ranking.xlsx")])
            new FileInfo(file).Length.ShouldBeGreaterThan(0, file);
        using var pdf = PdfDocument.Open(Path.Combine(demo.Out, "ranking.pdf"));
        pdf.NumberOfPages.ShouldBeGreaterThan(5);
        File.ReadLines(Path.Combine(demo.Out, "accounts.csv")).First().ShouldBe("user,password,role,unit");
    }

    [Fact]
    public void The_year_before_is_published_too_with_reports_of_its_own()
    {
        string folder = Path.Combine(demo.Out, "nghe-an-data-2024.1");
        foreach (string file in (string[])[demo.Before, demo.Before + ".sig", .. ((string[])["nghe-an-data-2024.1.json", "nghe-an-data-2024.1.json.sig", "dti-keys.json", "ranking.pdf", "ranking.xlsx"]).Select(name => Path.Combine(folder, name))])
            new FileInfo(file).Length.ShouldBeGreaterThan(0, file);
        var edition = EditionFile.Read(File.ReadAllBytes(demo.Before)).Edition.ShouldNotBeNull();
        edition.Units.Count(unit => unit is { Group: "so", Ranked: true }).ShouldBe(20);
        edition.Units.Count(unit => unit is { Group: "so", Ranked: false }).ShouldBe(1);
        edition.Units.Count(unit => unit.Group == "huyen").ShouldBe(20);
        edition.Units.Select(unit => unit.Code).ShouldBe(edition.Scores.Where(score => score is { Depth: 0, Score: > 0 }).Select(score => score.Unit), ignoreOrder: true);
        edition.History.Select(row => (row.Year, Alone: row.Comparable == false)).Distinct().ShouldBe([(2019, true), (2020, false), (2021, false), (2022, false)], ignoreOrder: true);
        edition.Comparison.ShouldNotBeNull().PreviousId.ShouldBe("nghe-an-data-2023.1");
        edition.EarlierYears.ShouldBeNull();
        EditionFile.Read(File.ReadAllBytes(demo.First)).Edition.ShouldNotBeNull().Comparison.ShouldBeNull();
    }

    [Fact]
    public void The_edition_scores_the_trial_year_again_and_chances_of_reaching_a_target_rest_on_twelve_quarters()
    {
        var edition = EditionFile.Read(File.ReadAllBytes(demo.Edition)).Edition.ShouldNotBeNull();
        var trial = edition.EarlierYears.ShouldNotBeNull().ShouldHaveSingleItem();
        (trial.PreviousId, trial.Rescored).ShouldBe(("nghe-an-data-2023.1", 0.525));
        trial.BackCast.Count(unit => unit.BackCastScore is not null).ShouldBe(42);
        // Cửa Lò joined it in December 2024: in 2023 both stand in its place.
        var vinh = trial.Units.Single(unit => unit.Unit == "tp-vinh");
        (vinh.Computed, vinh.Score is not null, vinh.Rank).ShouldBe((true, true, null));
        vinh.Predecessors.ShouldNotBeNull().Select(old => old.Unit).ShouldBe(["tp-vinh", "tx-cua-lo"], ignoreOrder: true);
        var connected = edition.Targets.ShouldNotBeNull().Single(target => target.Code == "3.1");
        connected.Units.ShouldContain(unit => unit.Chance > 0 && unit.Readings.Count == 12);
    }

    [Fact]
    public void The_edition_stands_beside_the_year_before_and_so_do_merged_departments()
    {
        var edition = EditionFile.Read(File.ReadAllBytes(demo.Edition)).Edition.ShouldNotBeNull();
        var comparison = edition.Comparison.ShouldNotBeNull();
        comparison.PreviousId.ShouldBe("nghe-an-data-2024.1");
        comparison.Rescored.ShouldBe(0.695, 1e-9);
        var heir = comparison.Units.Single(unit => unit.Unit == "so-khcn");
        heir.Computed.ShouldBeTrue();
        heir.Predecessors.ShouldNotBeNull().Select(old => old.Unit).ShouldBe(["so-khcn", "so-tttt"], ignoreOrder: true);
        comparison.Units.Single(unit => unit.Unit == "so-yt").Rank.ShouldNotBeNull().ShouldBeLessThan(edition.Ranking.Single(row => row.Unit == "so-yt").Rank.ShouldNotBeNull());
    }

    [Fact]
    public void What_adds_up_never_falls_from_quarter_to_quarter_nor_from_year_to_year()
    {
        var figures = new List<(string Unit, string Question, double Value)>();
        foreach (string file in (string[])[demo.First, demo.Before, demo.Edition])
        {
            var edition = EditionFile.Read(File.ReadAllBytes(file)).Edition.ShouldNotBeNull();
            // Counts that are taken as they stand at the last quarter; later sets ask the same in the same words, under other codes.
            var totals = Columns.Of(SetFile.Parse(edition.Set.Yaml, file).Set.ShouldNotBeNull())
                .Where(column => column is { Input.Type: InputType.Count, Node.Indicator.Quarters: QuarterRule.Last })
                .ToDictionary(column => column.Key, column => column.Input!.Name!.Vi);
            // What the recorded portal has for an agency moves with the publishers that a merger gives it.
            figures.AddRange(edition.Inputs
                .Where(cell => totals.ContainsKey(cell.Key) && cell.By?.StartsWith("https://", StringComparison.Ordinal) != true)
                .OrderBy(cell => cell.Quarter, StringComparer.Ordinal)
                .Select(cell => (cell.Unit, totals[cell.Key], ((cell.Verified ?? cell.Measured)?.Number).ShouldNotBeNull())));
        }

        var series = figures.GroupBy(figure => (figure.Unit, figure.Question), figure => figure.Value).ToList();

        series.Count.ShouldBeGreaterThan(500);
        series.ShouldAllBe(one => one.SequenceEqual(one.Order()));
    }

    [Fact]
    public async Task A_second_demo_finds_its_work_done_and_says_so()
    {
        byte[] before = File.ReadAllBytes(demo.Edition);
        var reports = File.GetLastWriteTimeUtc(Path.Combine(demo.Out, "ranking.pdf"));

        var again = await demo.AgainAsync();

        again.ShouldBeDone();
        foreach (string known in (string[])["nghe-an-data-2023.1: đã công bố từ trước", "nghe-an-data-2024.1: đã công bố từ trước", "nghe-an-data-2025.1: đã công bố từ trước", "tay-ninh-xa-2025.1: đã công bố từ trước", "Quý 3/2026: đã có từ trước"])
            again.Error.ShouldContain(known);
        again.Error.ShouldNotContain("nhập số liệu");
        File.ReadAllBytes(demo.Edition).ShouldBe(before);
        File.GetLastWriteTimeUtc(Path.Combine(demo.Out, "ranking.pdf")).ShouldBe(reports);
    }

    [Fact]
    public async Task A_demo_whose_address_is_in_use_ends_before_any_work()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string url = FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        var run = await CommandRun.Of("demo", "--data", _folder.Of("var"), "--out", _folder.Of("out"), "--urls", url);

        run.ShouldBeRefused(url, "--urls");
        Directory.Exists(_folder.Of("var")).ShouldBeFalse();
        Directory.Exists(_folder.Of("out")).ShouldBeFalse();
    }

    [Fact]
    public async Task Verify_accepts_the_editions()
    {
        foreach (string edition in (string[])[demo.First, demo.Before, demo.Edition])
        {
            var run = await CommandRun.Of("verify", edition);

            run.ShouldBeDone();
            run.Output.ShouldContain($"{Path.GetFileNameWithoutExtension(edition)}: accepted");
        }
    }

    [Fact]
    public async Task Verify_refuses_one_changed_digit()
    {
        byte[] bytes = File.ReadAllBytes(Copy(withSignature: true));
        int at = bytes.AsSpan().LastIndexOf("\"score\":"u8) + "\"score\":".Length;
        bytes[at] = bytes[at] == (byte)'1' ? (byte)'2' : (byte)'1';
        File.WriteAllBytes(_folder.Of("edition.json"), bytes);

        (await CommandRun.Of("verify", _folder.Of("edition.json"))).ShouldBeRefused("edition.json");
    }

    [Fact]
    public async Task Verify_refuses_an_edition_without_its_signature() =>
        (await CommandRun.Of("verify", Copy(withSignature: false))).ShouldBeRefused("signature", ".sig");

    [Fact]
    public async Task Report_writes_both_reports_of_an_edition()
    {
        (await CommandRun.Of("report", "--edition", demo.Edition, "--out", _folder.Of("reports"))).ShouldBeDone();

        Encoding.ASCII.GetString(File.ReadAllBytes(_folder.Of("reports", "ranking.pdf")), 0, 4).ShouldBe("%PDF");
        File.Exists(_folder.Of("reports", "ranking.xlsx")).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_Chromium_report_ends_with_3_and_says_what_to_install()
    {
        var run = await CommandRun.Of(["report", "--edition", demo.Edition, "--out", _folder.Of("reports")], [("DTI_CHROMIUM", "/no/chromium")]);

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Error.ShouldContain("apt-get install");
    }

    [Fact]
    public async Task An_account_added_beside_a_running_server_signs_its_calls()
    {
        await using var server = await ServerProcess.StartAsync(demo.Data);
        var added = await CommandRun.Of("user", "add", "nguoi-moi", "--role", "committee", "--data", demo.Data);
        added.ShouldBeDone();
        added.Output.Trim().ShouldNotBeEmpty();
        var token = await CommandRun.Of("token", "nguoi-moi", "--data", demo.Data);
        token.ShouldBeDone();

        using var client = server.Client(token.Output.Trim());
        var round = await (await client.GetAsync("/api/v1/rounds/2026")).ShouldBeOk();

        round.GetProperty("quarters").EnumerateArray().Single(q => q.GetProperty("code").GetString() == "q4").GetProperty("state").GetString().ShouldBe("open");
        (await server.StopAsync()).ShouldBe(0);
    }

    private string Copy(bool withSignature)
    {
        File.Copy(demo.Edition, _folder.Of("edition.json"));
        if (withSignature)
            File.Copy(demo.Edition + ".sig", _folder.Of("edition.json.sig"));
        return _folder.Of("edition.json");
    }
}
