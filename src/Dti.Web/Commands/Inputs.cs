using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Units;

namespace Dti.Web.Commands;

/// <summary>The folders the province keeps beside the program: <c>indicators/</c> and <c>reports/</c>.</summary>
internal static class Inputs
{
    /// <summary>Where they lie: <c>DTI_ROOT</c> (set by <c>./dti</c> and by the container), else the working folder.</summary>
    public static string Root => Environment.GetEnvironmentVariable("DTI_ROOT") is { Length: > 0 } root ? root : Environment.CurrentDirectory;

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, "indicators", .. parts]);

    public static string Reports => System.IO.Path.Combine(Root, "reports");

    public static UnitCatalogue Units()
    {
        var reading = UnitCatalogue.Read(Path("units"));
        return reading.Catalogue ?? throw new CommandException(1, string.Join(Environment.NewLine, reading.Faults));
    }

    public static SetReading Set(string file)
    {
        var reading = SetFile.Read(Path(file));
        return reading.Set is null ? throw new CommandException(1, string.Join(Environment.NewLine, reading.Faults)) : reading;
    }
}
