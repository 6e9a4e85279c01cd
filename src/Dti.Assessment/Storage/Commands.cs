using System.Data.Common;

namespace Dti.Assessment.Storage;

internal static class Commands
{
    public static DbCommand Add(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return command;
    }
}

internal static class Prefix
{
    /// <summary>The last code point: under both stores' byte order, everything that begins with p lies between p and p + End.</summary>
    public const string End = "\U0010FFFF";
}
