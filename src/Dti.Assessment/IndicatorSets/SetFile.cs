using System.Security.Cryptography;
using System.Text;
using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Assessment.Tables;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Reads an indicator set's file: bytes, then YAML, then shape and meaning, with every fault found on the way.</summary>
public static class SetFile
{
    public const int LargestBytes = 5 * 1024 * 1024;

    public static SetReading Read(string path)
    {
        var faults = new FaultList(path);
        var file = InputFile.Read(path, LargestBytes);
        if (file.Fault is { } fault)
        {
            faults.Add(new(fault.Line, fault.Column), fault.Code, fault.Message);
            return new(null, faults.InOrder(), Hash(file.Bytes), "");
        }
        return Parse(file.Text, Hash(file.Bytes), faults);
    }

    public static SetReading Parse(string yamlText, string fileName)
    {
        var bytes = Encoding.UTF8.GetBytes(yamlText);
        var faults = new FaultList(fileName);
        if (bytes.Length <= LargestBytes)
            return Parse(yamlText.TrimStart('\uFEFF'), Hash(bytes), faults);
        faults.Add(default, SetFaultCodes.TooLarge, InputFile.TooLarge(LargestBytes));
        return new(null, faults.InOrder(), Hash(bytes), yamlText);
    }

    private static SetReading Parse(string yaml, string sha256, FaultList faults)
    {
        var reader = new SetReader(faults);
        var set = InputFile.ControlCharacter(yaml) is { } control
            ? Refuse(faults, control)
            : new YamlDocument(yaml, faults).Read() is { } root ? reader.Read(root) : null;
        if (set is null && !faults.Any)
            faults.Add(new(1, 1), SetFaultCodes.YamlSyntax, "the file cannot be read as YAML");
        return new(faults.Any ? null : set, faults.InOrder(), sha256, yaml) { MapPlaces = reader.MapPlaces };
    }

    private static Dti.Scoring.Sets.IndicatorSet? Refuse(FaultList faults, FileFault fault)
    {
        faults.Add(new(fault.Line, fault.Column), fault.Code, fault.Message);
        return null;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
