import { mount } from "svelte";
import App from "./App.svelte";
import { startNavigation } from "./navigation.svelte";
import { scheme } from "./scheme.svelte";
import "./styles.css";

scheme.start();
startNavigation();
const target = document.getElementById("page");
if (target) mount(App, { target });
