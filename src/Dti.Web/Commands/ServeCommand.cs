using System.CommandLine;
using Dti.Web.Hosting;

namespace Dti.Web.Commands;

internal static class ServeCommand
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var data = StoreOption.Data();
        var urls = Urls();
        var command = new Command("serve", "The server alone.") { data, urls };
        command.SetAction((parse, cancellation) => RunAsync(parse.GetRequiredValue(data), parse.GetRequiredValue(urls), cancellation));
        return command;
    }

    public static Option<string> Urls()
    {
        var urls = new Option<string>("--urls") { HelpName = "URL", Description = "Where the server listens; several are separated by ';'.", DefaultValueFactory = _ => DefaultUrl };
        urls.Validators.Add(result =>
        {
            foreach (string url in (result.GetValueOrDefault<string>() ?? "").Split(';').Where(url => !IsAddress(url)))
                result.AddError($"--urls {url}: give an address such as {DefaultUrl}");
        });
        return urls;
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https";

    public static async Task<int> RunAsync(string data, string urls, CancellationToken cancellation)
    {
        await using var app = ServerHost.Build(data, urls);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw FreeAddress.InUse(urls);
        }
        app.Services.GetRequiredService<Logs>().Started();
        Console.Error.WriteLine($"dti: serving on {string.Join(", ", app.Urls)}; stop with Ctrl+C");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
