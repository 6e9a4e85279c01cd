using System.CommandLine;

namespace Dti.Web.Commands;

internal static class FolderOption
{
    /// <summary>An empty name is wrong usage, not the folder one stands in.</summary>
    public static Option<string> NotEmpty(this Option<string> option)
    {
        option.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError($"{option.Name} is empty; name a folder");
        });
        return option;
    }
}
