using System.Collections.Immutable;
using Dti.Assessment.Agencies;
using Dti.Assessment.Editions;
using Dti.Assessment.Forecasting;
using Dti.Assessment.Harvesting;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Indicators;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Dti.Assessment.Units;
using Dti.Scoring.Sets;
using Dti.Web.Commands;

namespace Dti.Web.Demo;

/// <summary>
/// The demo's world: all real units, invented figures, and the real grains. 2023 to 2025 go through the whole chain to their editions, 2026
/// is left open; every step can be run again on the same data and finds its work done.
/// </summary>
internal sealed class DemoWorld(IServiceProvider services, DemoClock clock, Progress progress)
{
    private const int AtOnce = 16;
    public const string Notice = "Số liệu minh hoạ: các đơn vị có thật, mọi con số do phần mềm tự tạo, không phải kết quả đánh giá.";
    private static readonly Actor Soict = new("dieu-hanh", Role.Soict);

    private readonly IGrainFactory _grains = services.GetRequiredService<IGrainFactory>();
    private readonly IBlobStore _blobs = services.GetRequiredService<IBlobStore>();
    private readonly UnitCatalogue _units = Inputs.Units();

    public async Task RegisterAgenciesAsync()
    {
        var units = _units.Units.Where(unit => unit.Group.Length > 0).ToList();
        await progress.EachAsync("Danh mục đơn vị", units, AtOnce, unit => _grains.GetGrain<IAgencyGrain>($"agency/{unit.Code}").Register(new(
            unit.Code, unit.NameVi, unit.NameEn, unit.Group, unit.Parent, unit.ValidFrom, unit.ValidUntil,
            [.. unit.Predecessors.Select(p => new Forerunner(p.Code, p.Weight))]), Actor.System));
    }

    /// <summary>2023, a trial year under a smaller set; published in February 2024, with four years of history before it.</summary>
    public Task<string> Publish2023Async() => PublishYearAsync(2023, DemoClock.At(2023, 1, 4), DemoClock.At(2024, 2, 20));

    /// <summary>2024: the 20 departments before the merger, the board and the districts; published in February 2025.</summary>
    public Task<string> Publish2024Async() => PublishYearAsync(2024, DemoClock.At(2024, 2, 26), DemoClock.At(2025, 2, 20));

    /// <summary>2025: departments after the merger for four quarters, districts for the two they lived through; published in February 2026.</summary>
    public Task<string> Publish2025Async() => PublishYearAsync(2025, DemoClock.At(2025, 2, 25), DemoClock.At(2026, 2, 20));

    private async Task<string> PublishYearAsync(int year, DateTimeOffset planned, DateTimeOffset published)
    {
        if (await KnownAsync(Number(year)) is { } known)
            return known;
        var set = Inputs.Set(Path.Combine("nghe-an-data", $"{Number(year)}.yaml"));
        var round = await PlanAsync(year, set, planned);
        int rows = await ImportHistoryAsync(round, set.Set!);
        progress.Line($"Lịch sử {DemoHistory.First}–{DemoHistory.Last}: {rows} dòng đã nhập vào năm {year}");
        foreach (string quarter in (string[])["q1", "q2", "q3", "q4"])
            await QuarterAsync(round, set.Set!, quarter, verified: true);
        clock.Set(published);
        await MustAsync(_grains.GetGrain<IRoundGrain>(RoundKey.Of(round.Id)).Turn(Soict));
        progress.Line($"Chốt số liệu, tính điểm, xếp hạng, dự báo, ký và công bố năm {year}");
        return await PublishAsync(round.Id, [Notice]);
    }

    /// <summary>The round's newest edition, if an earlier run published it.</summary>
    private async Task<string?> KnownAsync(string round)
    {
        if ((await _grains.GetGrain<IRoundGrain>(RoundKey.Of(round)).Get()).Editions is not [.., var known])
            return null;
        progress.Line($"{known}: đã công bố từ trước");
        return known;
    }

    /// <summary>2026: three quarters in, the fourth open with some drafts.</summary>
    public async Task Open2026Async(DateTimeOffset now)
    {
        var set = Inputs.Set(Path.Combine("nghe-an-data", "2026.yaml"));
        var round = await PlanAsync(2026, set, DemoClock.At(2026, 3, 9));
        foreach (string quarter in (string[])["q1", "q2", "q3"])
            await QuarterAsync(round, set.Set!, quarter, verified: quarter != "q3");
        clock.Set(now);
        var grain = _grains.GetGrain<IRoundGrain>(RoundKey.Of(round.Id));
        round = (await grain.Turn(Soict)).Round;
        if (round.Quarters.Single(q => q.Code == "q4").State != QuarterState.Open)
            round = (await grain.SetQuarter("q4", QuarterState.Open, Soict)).Round;
        await HarvestAsync(round, "q4");
        var portal = await MeasuredAsync(round, set.Set!);
        await progress.EachAsync("Bản nháp quý IV/2026", [.. round.Participants.Where(p => Chance.Of(p.Unit, "q4-draft") < 0.3)], AtOnce, async p =>
        {
            var unit = new DemoUnit(_grains, _blobs, set.Set!, round, p);
            if (await unit.StageAsync("q4") != DemoStage.New)
                return;
            await unit.SaveAsync("q4", await unit.FiguresAsync("q4", now, portal));
        });
    }

    /// <summary>The real figures of one commune of Tây Ninh, self-assessed and verified, through the same chain.</summary>
    public async Task<string> PublishTayNinhAsync()
    {
        const string id = "tay-ninh-xa-2025", unit = "xa-can-giuoc";
        if (await KnownAsync(id) is { } known)
            return known;
        clock.Set(DemoClock.At(2026, 2, 23));
        var set = Inputs.Set(Path.Combine("examples", "tay-ninh-xa", "2025.yaml"));
        var grain = _grains.GetGrain<IRoundGrain>(RoundKey.Of(id));
        await MustAsync(grain.Plan(new(
            2025, set.Yaml, [new(unit, _units.Find(unit)!.NameVi, _units.Find(unit)!.NameEn, "xa", "", true)], DemoCalendar.Once(2025),
            "Số liệu thật của xã Cần Giuộc (Tây Ninh), chép lại từ nguồn mở; không phải công bố chính thức.", new("UBND tỉnh Tây Ninh", "Cơ quan chủ trì (minh hoạ)", "Tây Ninh", "Thủ trưởng")), Soict));
        await new TayNinh(_grains, id, unit).EnterAsync(progress);
        clock.Set(DemoClock.At(2026, 3, 8));
        await MustAsync(grain.Turn(Soict));
        return await PublishAsync(id, ["Điểm tự đánh giá 787,84; điểm thẩm định 606,27 trên 960, đúng như nguồn."]);
    }

    private async Task<Round> PlanAsync(int year, SetReading set, DateTimeOffset at)
    {
        clock.Set(at);
        var groups = set.Set!.Groups.Select(group => group.Code).ToHashSet();
        var participants = RoundUnits.Of(_units, year, "tinh-nghe-an", groups);
        return await MustAsync(_grains.GetGrain<IRoundGrain>(RoundKey.Of(Number(year))).Plan(new(year, set.Yaml, participants, DemoCalendar.Of(year), Notice, OfficeOf(year)), Soict));
    }

    private async Task<int> ImportHistoryAsync(Round round, IndicatorSet set)
    {
        string file = DemoHistory.Write(round.Participants, set);
        var read = HistoryFile.Read(file, [.. round.Participants.Select(p => p.Unit)]);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        if (read.Faults.Count > 0)
            throw new InvalidOperationException($"The demo's own history has faults: {read.Faults[0]}");
        await MustAsync(_grains.GetGrain<IRoundGrain>(RoundKey.Of(round.Id)).ImportHistory(
            [.. read.Rows.Select(row => new PastScore(row.Unit, row.Code, row.Year, row.Score, row.Origin, row.Comparable ?? true))], Soict));
        return read.Rows.Count;
    }

    private async Task QuarterAsync(Round round, IndicatorSet set, string quarter, bool verified)
    {
        string title = $"Quý {quarter[1]}/{Number(round.Year)}";
        var due = round.Quarters.Single(q => q.Code == quarter).Due;
        // Nobody is there to report a quarter that the unit did not live through, and a few keep silent.
        var reporting = round.Participants.Where(p => p.LivedThrough(round.Year, quarter) && Chance.Of(p.Unit, round.Year, quarter, "silent") >= 0.03);
        var units = await Task.WhenAll(reporting.Select(async p =>
        {
            var unit = new DemoUnit(_grains, _blobs, set, round, p);
            return (Unit: unit, Stage: await unit.StageAsync(quarter), Late: Chance.Of(p.Unit, round.Year, quarter, "late") < LateHabit(p.Unit));
        }));
        if (units.All(u => u.Stage >= (verified ? DemoStage.Verified : DemoStage.Submitted)))
        {
            progress.Line($"{title}: đã có từ trước");
            return;
        }
        clock.Set(due.AddDays(-12));
        await _grains.GetGrain<IRoundGrain>(RoundKey.Of(round.Id)).Turn(Soict);
        await HarvestAsync(round, quarter);
        var portal = await MeasuredAsync(round, set);
        await progress.EachAsync($"{title}: nhập số liệu và minh chứng", [.. units.Where(u => u.Stage == DemoStage.New)], AtOnce, async u => await u.Unit.SaveAsync(quarter, await u.Unit.FiguresAsync(quarter, clock.GetUtcNow(), portal)));
        clock.Set(due.AddDays(-1));
        await progress.EachAsync($"{title}: trình đúng hạn", [.. units.Where(u => u.Stage < DemoStage.Submitted && !u.Late)], AtOnce, u => u.Unit.SubmitAsync(quarter));
        clock.Set(due.AddDays(3));
        await progress.EachAsync($"{title}: trình muộn", [.. units.Where(u => u.Stage < DemoStage.Submitted && u.Late)], AtOnce, u => u.Unit.SubmitAsync(quarter));
        if (verified)
            await progress.EachAsync($"{title}: thẩm định", [.. units.Where(u => u.Stage < DemoStage.Verified)], AtOnce, u => u.Unit.VerifyAsync(quarter));
    }

    /// <summary>Some twelve in a hundred reports come late, and most of them from the same fifth of the units.</summary>
    private static double LateHabit(string unit) => Chance.Of(unit, "habit") < 0.2 ? 0.44 : 0.04;

    private async Task HarvestAsync(Round round, string quarter)
    {
        var source = _grains.GetGrain<IHarvestSourceGrain>("source/demo-ckan");
        string folder = Inputs.Path("portals", "demo-ckan");
        // Up to 2024 the publishers belonged to other units than today.
        var map = PublisherMap.Read(Path.Combine(folder, round.Year <= 2024 ? "publishers-until-2024.csv" : "publishers.csv"));
        await source.Configure(new(CkanReader.Kind, "https://opendata.nghean.example/", folder, map.Publishers.ToImmutableDictionary(p => p, p => map.UnitOf(p)!)), Soict);
        var outcome = await source.Harvest(round.Id, quarter, Actor.System);
        progress.Line($"Đo cổng dữ liệu mở (bản ghi) {quarter.ToUpperInvariant()}/{round.Year}: {outcome.Status}, {outcome.Seen} bộ dữ liệu, {outcome.Observations} số đo");
    }

    private async Task<ILookup<string, MeasuredValue>> MeasuredAsync(Round round, IndicatorSet set)
    {
        var codes = Columns.Of(set).Where(column => column.Input?.From.Metric is not null).Select(column => column.Node.Code).Distinct();
        var rows = await Task.WhenAll(codes.Select(code => _grains.GetGrain<IIndicatorGrain>(IndicatorKey.Of(round.Id, code)).Get()));
        return rows.SelectMany(row => row.Values.Values).ToLookup(value => value.Unit);
    }

    private async Task<string> PublishAsync(string round, ImmutableArray<string> notes)
    {
        var reply = await _grains.GetGrain<IRoundGrain>(RoundKey.Of(round)).Publish(notes, [], Soict);
        DemoUnit.Must(reply.Broken);
        return reply.Edition!;
    }

    private static async Task<Round> MustAsync(Task<RoundReply> reply)
    {
        var answer = await reply;
        DemoUnit.Must(answer.Broken);
        return answer.Round;
    }

    /// <summary>The department of information and communications ran the index until it became part of science and technology on 1 March 2025.</summary>
    private static OfficeOfIssue OfficeOf(int year) =>
        new("UBND tỉnh Nghệ An", year < 2025 ? "Sở Thông tin và Truyền thông" : "Sở Khoa học và Công nghệ", "Nghệ An", "Giám đốc");

    private static string Number(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
