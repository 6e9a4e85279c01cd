using System.Diagnostics.CodeAnalysis;

namespace Dti.Assessment.Storage;

/// <summary>The store cannot be used or a write was refused; the message names the place and the mend.</summary>
[GenerateSerializer, Alias("dti.store-fault")]
[SuppressMessage("Naming", "CA1710", Justification = "A fault is what the command line and the pages call it.")]
public sealed class StoreFault(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code, such as <c>store_in_use</c> or <c>disk_full</c>.</summary>
    [Id(0)]
    public string Code { get; private set; } = code;
}
