using System.CommandLine;
using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Reports.Rankings;
using Dti.Web.Demo;
using Dti.Web.Hosting;

namespace Dti.Web.Commands;

/// <summary>The whole main job on an embedded store, then the server.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var data = StoreOption.Data();
        var output = new Option<string>("--out") { HelpName = "DIR", Description = "Where the edition, reports and accounts go.", DefaultValueFactory = _ => "out" }.NotEmpty();
        var urls = ServeCommand.Urls();
        var noServe = new Option<bool>("--no-serve") { Description = "Stop after the reports." };
        var command = new Command("demo", "Everything end to end with invented figures, then the server.") { data, output, urls, noServe };
        command.SetAction(async (parse, cancellation) =>
        {
            string folder = parse.GetRequiredValue(data), target = parse.GetRequiredValue(output);
            if (!parse.GetValue(noServe))
                FreeAddress.Check(parse.GetRequiredValue(urls));
            var people = await PlayAsync(folder, target, cancellation);
            if (parse.GetValue(noServe))
                return 0;
            people.Print(Console.Out, target, parse.GetRequiredValue(urls));
            return await ServeCommand.RunAsync(folder, parse.GetRequiredValue(urls), cancellation);
        });
        return command;
    }

    private static async Task<DemoPeople> PlayAsync(string data, string target, CancellationToken cancellation)
    {
        var progress = new Progress();
        Folder(target);
        var clock = new DemoClock();
        using var host = SiloHost.Build(data, clock);
        progress.Line($"Mở kho dữ liệu {Path.GetFullPath(data)}");
        await host.StartAsync(cancellation);
        var now = TimeProvider.System.GetUtcNow();
        var world = new DemoWorld(host.Services, clock, progress);
        await world.RegisterAgenciesAsync();
        string first = await world.Publish2023Async(), second = await world.Publish2024Async(), main = await world.Publish2025Async();
        string tayNinh = await world.PublishTayNinhAsync();
        await world.Open2026Async(now);
        var people = await DemoPeople.AddAsync(host.Services, target, progress, cancellation);
        await WriteAsync(host.Services, main, target, progress, cancellation);
        foreach (string beside in (string[])[second, first, tayNinh])
            await WriteAsync(host.Services, beside, Path.Combine(target, beside), progress, cancellation);
        await host.StopAsync(cancellation);
        return people;
    }

    /// <summary>Made before the work, not after it.</summary>
    private static void Folder(string target)
    {
        try
        {
            Directory.CreateDirectory(target);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(1, $"--out {target}: this folder cannot be made: {fault.Message}");
        }
    }

    /// <summary>The editions of past years lie beside the one compared with them, so that verify can compute the comparisons again.</summary>
    private static async Task WritePastAsync(EditionQueries editions, byte[] edition, string target, CancellationToken cancellation)
    {
        foreach (var year in PastYears.Of(EditionFile.Read(edition).Edition!))
        {
            if (await editions.FindAsync(year.PreviousId, cancellation) is not { } past)
                continue;
            await File.WriteAllBytesAsync(Path.Combine(target, $"{past.Id}.json"), (await editions.BytesAsync(past, cancellation))!, cancellation);
            await File.WriteAllTextAsync(Path.Combine(target, $"{past.Id}.json.sig"), past.Signature, cancellation);
        }
    }

    private static async Task WriteAsync(IServiceProvider services, string id, string target, Progress progress, CancellationToken cancellation)
    {
        var editions = services.GetRequiredService<EditionQueries>();
        var published = (await editions.FindAsync(id, cancellation))!;
        byte[] bytes = (await editions.BytesAsync(published, cancellation))!;
        var keys = await services.GetRequiredService<SigningKeys>().PublicAsync(cancellation);
        bool done = Written(Path.Combine(target, $"{id}.json"), bytes, [Path.Combine(target, RankingReport.PdfName), Path.Combine(target, RankingReport.WorkbookName)]);
        try
        {
            Directory.CreateDirectory(target);
            await File.WriteAllBytesAsync(Path.Combine(target, $"{id}.json"), bytes, cancellation);
            await File.WriteAllTextAsync(Path.Combine(target, $"{id}.json.sig"), published.Signature, cancellation);
            await File.WriteAllBytesAsync(Path.Combine(target, EditionCheck.KeysName), keys.Write(), cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(1, $"{target}: cannot be written: {fault.Message}");
        }
        await WritePastAsync(editions, bytes, target, cancellation);
        if (done)
        {
            progress.Line($"{target}: báo cáo của {id} đã có từ trước");
            return;
        }
        await ReportCommand.WriteAsync(ReportCommand.Document(id, bytes), target, cancellation);
        progress.Line($"{Path.Combine(target, $"{id}.json")}, chữ ký, ranking.pdf, ranking.xlsx");
    }

    /// <summary>Whether the reports lie there already: of this very edition, and made by this build of the program.</summary>
    private static bool Written(string edition, byte[] bytes, IEnumerable<string> reports) =>
        File.Exists(edition) && File.ReadAllBytes(edition).AsSpan().SequenceEqual(bytes)
        && reports.All(report => File.Exists(report) && File.GetLastWriteTimeUtc(report) > File.GetLastWriteTimeUtc(typeof(DemoCommand).Assembly.Location));
}
