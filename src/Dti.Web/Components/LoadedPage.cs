using Microsoft.AspNetCore.Components;

namespace Dti.Web.Components;

/// <summary>
/// A page of something that may not exist. A component renders once before its data is there; without waiting, every page would
/// first say that it was not found.
/// </summary>
public abstract class LoadedPage : ComponentBase
{
    protected bool Loaded { get; private set; }

    protected abstract Task LoadAsync();

    protected sealed override async Task OnInitializedAsync()
    {
        await LoadAsync();
        Loaded = true;
    }
}
