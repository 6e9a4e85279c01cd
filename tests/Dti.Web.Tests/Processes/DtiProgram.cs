using System.Diagnostics;
using System.Text;

namespace Dti.Web.Tests.Processes;

/// <summary>The built program as people start it: <c>dotnet dti.dll …</c>, with the repository as its root and nothing inherited that would configure it.</summary>
internal static class DtiProgram
{
    public static string Root { get; } = FindRoot();

    public static Process Start(IEnumerable<string> arguments, IEnumerable<(string Name, string? Value)> environment)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "dti.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("Dti__", StringComparison.Ordinal) || name.StartsWith("ConnectionStrings__", StringComparison.Ordinal) || name == "ASPNETCORE_URLS").ToList())
            start.Environment.Remove(name);
        start.Environment["DTI_ROOT"] = Root;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DTI.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No DTI.sln above {AppContext.BaseDirectory}.");
    }
}
