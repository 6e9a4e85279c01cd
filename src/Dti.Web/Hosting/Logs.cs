namespace Dti.Web.Hosting;

/// <summary>
/// Standard output is for results, so the log goes to standard error. Until the host is up it is silent: what keeps a host from starting is told
/// once, by the command, and not by every part that noticed.
/// </summary>
internal sealed class Logs
{
    private static readonly (string Category, LogLevel Least)[] Levels =
    [
        // Says at every start that its first look came "late" by the machine's uptime.
        ("Orleans.Runtime.Watchdog", LogLevel.Error),
        // Keys lie in the store beside the accounts they serve; who reads the store has both.
        ("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error),
        ("Microsoft.AspNetCore", LogLevel.Warning),
        ("Orleans", LogLevel.Warning),
        ("Polly", LogLevel.Warning),
        ("Quartz", LogLevel.Warning),
    ];

    private volatile bool _started;

    public void Started() => _started = true;

    public static void Add(ILoggingBuilder logging)
    {
        var logs = new Logs();
        logging.Services.AddSingleton(logs);
        logging.ClearProviders()
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddFilter((category, level) => logs.Lets(category ?? "", level));
    }

    private bool Lets(string category, LogLevel level) =>
        _started && level >= Levels.FirstOrDefault(rule => category.StartsWith(rule.Category, StringComparison.Ordinal), (Category: "", Least: LogLevel.Information)).Least;
}
